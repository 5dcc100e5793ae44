/// What `ten-items.yaml` claims, said once more over tallies: of whom, and what.
struct ClaimOfTenItems {
  var name: String
  var isMeant: (Tally) -> Bool
  var holds: (Tally) -> Bool

  init(_ name: String, if isMeant: @escaping (Tally) -> Bool, then holds: @escaping (Tally) -> Bool) {
    (self.name, self.isMeant, self.holds) = (name, isMeant, holds)
  }

  static var all: [ClaimOfTenItems] { ofLevels + ofNeighbours + ofItems + ofWhoEndsThere + ofNoAnswers }

  private static var ofLevels: [ClaimOfTenItems] {
    let isMiddle: (Tally) -> Bool = { $0.isLevel { $0 >= 2 } }
    let isSlight: (Tally) -> Bool = { $0.isLevel { $0 <= 1 } }
    return [
      ClaimOfTenItems("From 40 % on it is middle", if: { $0.isFrom(40) }, then: isMiddle),
      ClaimOfTenItems("Above 40 % it is middle", if: { $0.isAbove(40) }, then: isMiddle),
      ClaimOfTenItems("From 41 % on it is middle", if: { $0.isFrom(41) }, then: isMiddle),
      ClaimOfTenItems("Up to 41 % it is slight", if: { $0.isUpTo(41) }, then: isSlight),
      ClaimOfTenItems("Below 42 % it is slight", if: { $0.isBelow(42) }, then: isSlight),
      ClaimOfTenItems("Up to 42 % it is slight", if: { $0.isUpTo(42) }, then: isSlight),
      ClaimOfTenItems(
        "Who is at 41 % is middle", if: { $0.isFrom(41) && $0.isUpTo(41) }, then: { $0.level == 2 }),
      ClaimOfTenItems(
        "Who is between 40 and 42 % is middle", if: { $0.isFrom(40.000001) && $0.isUpTo(41.999999) },
        then: { $0.level == 2 }),
      ClaimOfTenItems(
        "One open, up to 42.222222 % it is slight", if: { $0.open == 1 && $0.isUpTo(42.222222) }, then: isSlight),
      ClaimOfTenItems(
        "One open, up to 42.222223 % it is slight", if: { $0.open == 1 && $0.isUpTo(42.222223) }, then: isSlight),
      ClaimOfTenItems(
        "Seven open, who is at a third is slight",
        if: { $0.open == 7 && $0.isFrom(33.333333) && $0.isUpTo(33.333334) }, then: { $0.level == 1 }),
      ClaimOfTenItems(
        "Seven open, who is at 33.333333 % is slight",
        if: { $0.open == 7 && $0.isFrom(33.333333) && $0.isUpTo(33.333333) }, then: { $0.level == 1 }),
    ]
  }

  private static var ofNeighbours: [ClaimOfTenItems] {
    func above(_ percent: Double, _ isOpen: @escaping (Int) -> Bool) -> (Tally) -> Bool {
      { isOpen($0.open) && $0.isAbove(percent) }
    }
    let lower: (Tally) -> Bool = { $0.open == 0 && $0.isBelow(40) }
    return [
      ClaimOfTenItems("All answered, above 40 % begins at 42 %", if: above(40) { $0 == 0 }, then: { $0.isFrom(42) }),
      ClaimOfTenItems(
        "All answered, above 40 % begins behind 42 %", if: above(40) { $0 == 0 }, then: { $0.isAbove(42) }),
      ClaimOfTenItems("All answered, below 40 % ends at 38 %", if: lower, then: { $0.isUpTo(38) }),
      ClaimOfTenItems("All answered, below 40 % ends before 38 %", if: lower, then: { $0.isBelow(38) }),
      ClaimOfTenItems(
        "Three open, above 0 % begins behind 2.857142 %", if: above(0) { $0 == 3 }, then: { $0.isAbove(2.857142) }),
      ClaimOfTenItems(
        "Three open, above 0 % begins behind 2.857143 %", if: above(0) { $0 == 3 }, then: { $0.isAbove(2.857143) }),
      ClaimOfTenItems(
        "Seven open, greatest begins behind 86.666666 %", if: above(80) { $0 == 7 }, then: { $0.isAbove(86.666666) }),
      ClaimOfTenItems(
        "Seven open, greatest begins behind 86.666667 %", if: above(80) { $0 == 7 }, then: { $0.isAbove(86.666667) }),
      ClaimOfTenItems("Nine open, above 40 % begins at 60 %", if: above(40) { $0 == 9 }, then: { $0.isFrom(60) }),
      ClaimOfTenItems("Nine open, above 40 % begins behind 60 %", if: above(40) { $0 == 9 }, then: { $0.isAbove(60) }),
      ClaimOfTenItems(
        "Half of them open, above 60 % begins at 64 %", if: above(60) { $0 >= 5 }, then: { $0.isFrom(64) }),
      ClaimOfTenItems(
        "Half of them open, above 60 % begins behind 64 %", if: above(60) { $0 >= 5 }, then: { $0.isAbove(64) }),
    ]
  }

  private static var ofItems: [ClaimOfTenItems] {
    let lacksFirst: (Tally) -> Bool = { $0.open == 0 && $0.first == 0 }
    let hasLast: (Tally) -> Bool = { $0.open == 0 && $0.last == 5 }
    return [
      ClaimOfTenItems("All answered, without the first it ends at 90 %", if: lacksFirst, then: { $0.isUpTo(90) }),
      ClaimOfTenItems("All answered, without the first it ends before 90 %", if: lacksFirst, then: { $0.isBelow(90) }),
      ClaimOfTenItems("All answered, with all of the last it begins at 10 %", if: hasLast, then: { $0.isFrom(10) }),
      ClaimOfTenItems(
        "All answered, with all of the last it begins behind 10 %", if: hasLast, then: { $0.isAbove(10) }),
    ]
  }

  private static var ofWhoEndsThere: [ClaimOfTenItems] {
    let isMiddle: (Tally) -> Bool = { $0.isLevel { $0 >= 2 } }
    let isSlight: (Tally) -> Bool = { $0.level == 1 }
    return [
      ClaimOfTenItems("Middle begins at 42 %", if: isMiddle, then: { $0.isFrom(42) }),
      ClaimOfTenItems("Middle begins behind 42 %", if: isMiddle, then: { $0.isAbove(42) }),
      ClaimOfTenItems("Slight begins at 22 %", if: isSlight, then: { $0.isFrom(22) }),
      ClaimOfTenItems("Slight begins behind 22 %", if: isSlight, then: { $0.isAbove(22) }),
      ClaimOfTenItems("Slight ends at 40 %", if: isSlight, then: { $0.isUpTo(40) }),
      ClaimOfTenItems("Slight ends before 40 %", if: isSlight, then: { $0.isBelow(40) }),
    ]
  }

  private static var ofNoAnswers: [ClaimOfTenItems] {
    [
      ClaimOfTenItems("Without any answer there is no level", if: { $0.answered == 0 }, then: { $0.level == nil }),
      ClaimOfTenItems("With nine open there is no level", if: { $0.open == 9 }, then: { $0.level == nil }),
    ]
  }
}
