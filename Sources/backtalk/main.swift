print("Backtalk")
