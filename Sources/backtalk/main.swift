import Glibc

if let options = ChatOptions(withoutParsing: CommandLine.arguments.dropFirst()) { exit(startChat(options)) }
exit(BacktalkCommand.start(CommandLine.arguments.dropFirst()))
