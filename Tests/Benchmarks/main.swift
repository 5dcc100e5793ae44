// How fast Backtalk is, as ratios: `make bench`. Each figure stands beside its aim; nothing here passes or fails.

report("Each figure is the median of rounds that measure both by turns.\n")

report("Loading a tree\n")
LoadBenchmark.run()
