import Triage

/// The fields of Swift's values, as `Type.field`, and the cases of enumerations, as `Type is case`.
enum Fields {
  /// All that occur in a value, those included that are nil.
  static func all(in value: Any) -> Set<String> {
    if isLeaf(value) { return [] }
    let mirror = Mirror(reflecting: value)
    var found: Set<String> = mirror.displayStyle == .enum ? [nameOfCase(value)] : []
    for child in mirror.children where !(child.value is PartID) {
      if let name = name(of: child, in: mirror) { found.insert(name) }
      found.formUnion(all(in: child.value))
    }
    return found
  }

  /// Every single difference between two values of one type, as the fields in which it lies. That one has another case,
  /// or more in a list, is one difference, whatever else is in there.
  static func differences(_ left: Any, _ right: Any) -> [Set<String>] {
    if let left = left as? any Equatable, isEqual(left, right) { return [] }
    if isLeaf(left) { return "\(left)" == "\(right)" ? [] : [[]] }
    let (before, after) = (Mirror(reflecting: left), Mirror(reflecting: right))
    if before.displayStyle == .enum, nameOfCase(left) != nameOfCase(right) {
      return [[nameOfCase(left), nameOfCase(right)]]
    }
    guard before.children.count == after.children.count else { return [[]] }
    return zip(before.children, after.children).flatMap { old, new in
      let field = name(of: old, in: before).map { [$0] } ?? []
      return differences(old.value, new.value).map { $0.union(field) }
    }
  }

  private static func isEqual<Value: Equatable>(_ left: Value, _ right: Any) -> Bool { left == right as? Value }

  private static func isLeaf(_ value: Any) -> Bool {
    value is any Position || value is String || Mirror(reflecting: value).displayStyle == nil
  }

  private static func name(of child: Mirror.Child, in mirror: Mirror) -> String? {
    switch mirror.displayStyle {
    case .struct, .enum, .tuple: child.label.map { "\(mirror.subjectType).\($0)" }
    default: nil
    }
  }

  private static func nameOfCase(_ value: Any) -> String {
    let mirror = Mirror(reflecting: value)
    return "\(mirror.subjectType) is \(mirror.children.first?.label ?? "\(value)")"
  }
}

private protocol Position {}

extension ID: Position {}
