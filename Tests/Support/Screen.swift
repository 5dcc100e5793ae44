/// What a terminal shows after a stream of output: enough of a VT100 for a line editor and plain text.
public struct Screen: Sendable {
  public let columns: Int
  public let rows: Int
  public private(set) var cursor = (row: 0, column: 0)

  private var cells: [[Character]]
  private var isInserting = false

  /// A terminal that reports 0×0 is drawn as one of 80×24.
  public init(columns: Int, rows: Int) {
    self.columns = columns > 0 ? columns : 80
    self.rows = rows > 0 ? rows : 24
    cells = Array(repeating: Array(repeating: " ", count: self.columns), count: self.rows)
  }

  /// The rows without the blanks at their ends, the last empty ones left out.
  public var lines: [String] {
    var lines = cells.map { row in String(row[..<(row.lastIndex { $0 != " " }.map { $0 + 1 } ?? 0)]) }
    while lines.last == "" { lines.removeLast() }
    return lines
  }

  public var text: String { lines.joined(separator: "\n") }

  /// The row that the cursor is in.
  public var currentLine: String {
    let row = cells[cursor.row]
    return String(row[..<(row.lastIndex { $0 != " " }.map { $0 + 1 } ?? 0)])
  }

  /// Draws `output` as it comes from a program.
  public mutating func show(_ output: String) {
    var rest = output.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\r": cursor.column = 0
      case "\n": lineFeed()
      case "\u{8}": cursor.column = max(0, min(cursor.column, columns) - 1)
      case "\t": cursor.column = min(columns - 1, (cursor.column / 8 + 1) * 8)
      case "\u{1B}": sequence(&rest)
      case "\u{0}"..<" ": break
      default: put(scalar)
      }
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    if scalar.properties.generalCategory == .nonspacingMark, cursor.column > 0 {
      let before = cells[cursor.row][cursor.column - 1]
      cells[cursor.row][cursor.column - 1] = Character(String(before) + String(scalar))
      return
    }
    if cursor.column >= columns {  // the last column is left only when the next character comes
      cursor.column = 0
      lineFeed()
    }
    if isInserting { shift(at: cursor.column, by: 1) }
    cells[cursor.row][cursor.column] = Character(scalar)
    cursor.column += 1
  }

  private mutating func lineFeed() {
    guard cursor.row == rows - 1 else { return cursor.row += 1 }
    cells.removeFirst()
    cells.append(Array(repeating: " ", count: columns))
  }

  private mutating func sequence(_ rest: inout Substring.UnicodeScalarView) {
    guard rest.popFirst() == "[" else { return }
    var parameters = ""
    while let scalar = rest.popFirst() {
      guard ("@"..."~").contains(scalar) else {
        parameters.unicodeScalars.append(scalar)
        continue
      }
      return control(scalar, parameters.split(separator: ";").map { Int($0) ?? 0 })
    }
  }

  private mutating func control(_ final: Unicode.Scalar, _ parameters: [Int]) {
    let first = parameters.first ?? 0
    let count = max(1, first)
    let column = min(cursor.column, columns - 1)
    switch final {
    case "A": cursor.row = max(0, cursor.row - count)
    case "B": cursor.row = min(rows - 1, cursor.row + count)
    case "C": cursor.column = min(columns - 1, column + count)
    case "D": cursor.column = max(0, column - count)
    case "G": cursor.column = min(columns, count) - 1
    case "H": cursor = (min(rows, count) - 1, min(columns, max(1, parameters.dropFirst().first ?? 1)) - 1)
    case "J": erase(rowsAfter: cursor.row, whole: first == 2)
    case "K": eraseInLine(from: first == 0 ? column : 0, to: first == 1 ? column + 1 : columns)
    case "P": shift(at: column, by: -count)
    case "@": shift(at: column, by: count)
    case "h" where first == 4: isInserting = true
    case "l" where first == 4: isInserting = false
    default: break  // colours and modes show nothing by themselves
    }
  }

  private mutating func erase(rowsAfter row: Int, whole: Bool) {
    if !whole { eraseInLine(from: min(cursor.column, columns), to: columns) }
    for row in (whole ? 0 : row + 1)..<max(rows, row + 1) where row < rows {
      cells[row] = Array(repeating: " ", count: columns)
    }
  }

  private mutating func eraseInLine(from start: Int, to end: Int) {
    for column in start..<max(start, end) { cells[cursor.row][column] = " " }
  }

  private mutating func shift(at column: Int, by count: Int) {
    let blanks = [Character](repeating: " ", count: min(abs(count), columns - column))
    var row = cells[cursor.row]
    if count > 0 {
      row.insert(contentsOf: blanks, at: column)
      row.removeLast(blanks.count)
    } else {
      row.removeSubrange(column..<(column + blanks.count))
      row += blanks
    }
    cells[cursor.row] = row
  }
}
