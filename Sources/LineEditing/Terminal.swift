import Glibc

/// What the system says about the terminal.
public enum Terminal {
  /// Lines are edited only where somebody can type *and* see what they type.
  public static var canEdit: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  /// Columns and rows of the window behind standard output; nil where there is none or it does not say (0×0).
  public static func size() -> (columns: Int, rows: Int)? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return nil }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  /// Makes the C library read and write UTF-8, whatever `LANG` says. Without it libedit drops typed bytes, and crashes
  /// on a prompt that is not ASCII.
  static func useUTF8() {
    setlocale(LC_CTYPE, "")
    if String(cString: nl_langinfo(Int32(CODESET))) != "UTF-8" { setlocale(LC_CTYPE, "C.UTF-8") }
  }
}
