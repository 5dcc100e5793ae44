import Display
import Glibc
import LineEditing

/// What is known about where the chat is shown, asked anew each time, since a window changes its size.
struct Window {
  let options: ChatOptions
  /// The editor, where lines are edited; a pipe has none.
  let editor: LineEditor?

  /// Rows of the window; nil where output goes into a pipe, which has no end.
  var rows: Int? {
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    return Terminal.size()?.rows ?? Layout.standardRows
  }

  /// Whether a text longer than the window waits for the reader. A screen reader goes back by itself.
  var pages: Bool { editor != nil && !options.isPlain }

  var layout: Layout {
    Layout(columns: columns, isColoured: isColoured, isPlain: options.isPlain, isInWindow: rows != nil)
  }

  /// The window's, else those that `COLUMNS` names, else the usual.
  private var columns: Int {
    Terminal.size()?.columns ?? environment("COLUMNS").flatMap(Int.init) ?? Layout.standardColumns
  }

  private var isColoured: Bool {
    let understandsSequences = editor?.understandsSequences ?? (isatty(STDOUT_FILENO) == 1)
    return options.colour.wantsColour(
      isTerminal: understandsSequences && !options.isPlain, environment: backtalk.environment)
  }
}
