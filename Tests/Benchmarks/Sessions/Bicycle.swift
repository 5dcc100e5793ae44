/// The answers to the interview in bicycle.yaml: yes is 1 and no 0, a choice its position, picked choices a bit each,
/// numbers are in hundredths and lengths of time in minutes. "Not sure" stands as what it counts as.
struct BicycleAnswers {
  var kind: Int32 = 0, distance: Int32 = 0, load: Int32 = 0, trailer: Int32 = 0, crash: Int32 = 0
  var crashSince: Int32 = 0, frameCrack: Int32 = 0, forkBent: Int32 = 0
  var electric: Int32 = 0, batterySigns: Int32 = 0, batteryRange: Int32 = 0
  var brakeKind: Int32 = 0, lever: Int32 = 0, brakeNoise: Int32 = 0, pad: Int32 = 0, brakeSince: Int32 = 0
  var fluid: Int32 = 0
  var axle: Int32 = 0, wobble: Int32 = 0, spokes: Int32 = 0, tube: Int32 = 0
  /// ``notSure`` is an answer of its own here.
  var pressure: Int32 = 0
  var tyreSigns: Int32 = 0, punctures: Int32 = 0
  var skips: Int32 = 0, skipWhere: Int32 = 0, chainWear: Int32 = 0, chainSince: Int32 = 0
  var crank: Int32 = 0, shifting: Int32 = 0, noises: Int32 = 0
  var weather: Int32 = 0, stored: Int32 = 0, serviced: Int32 = 0, night: Int32 = 0, lights: Int32 = 0
  var riderHeight: Int32 = 0, saddle: Int32 = 0, budget: Int32 = 0, wants: Int32 = 0

  static let notSure = Int32.min
}

// What the answers are called.
private let yes: Int32 = 1
private enum Kind { static let city: Int32 = 0, road: Int32 = 1, mountain: Int32 = 2, cargo: Int32 = 3 }
private enum Battery { static let swollen: Int32 = 1, smoke: Int32 = 2, hot: Int32 = 4, wet: Int32 = 8 }
private enum Brake { static let rim: Int32 = 0, cable: Int32 = 1, hydraulic: Int32 = 2, coaster: Int32 = 3 }
private enum BrakeNoise { static let quiet: Int32 = 0, squeal: Int32 = 1, grind: Int32 = 2 }
private enum Tube { static let tubeless: Int32 = 1, solid: Int32 = 2 }
private enum Tyre { static let cuts: Int32 = 1, threads: Int32 = 2, bulge: Int32 = 4, bald: Int32 = 8 }
private enum Gears { static let low: Int32 = 1, middle: Int32 = 2, high: Int32 = 4 }
private enum Shifting { static let well: Int32 = 0, slowly: Int32 = 1, badly: Int32 = 2 }
private enum Noise { static let click: Int32 = 1, creak: Int32 = 2, hum: Int32 = 4 }
private enum Weather { static let dry: Int32 = 0, mixed: Int32 = 1, winter: Int32 = 2 }
private enum Stored { static let inside: Int32 = 0, shed: Int32 = 1, outside: Int32 = 2 }
private enum Light { static let front: Int32 = 1, rear: Int32 = 2, side: Int32 = 4 }
private enum Saddle { static let fine: Int32 = 0, hard: Int32 = 1, wrong: Int32 = 2 }
private enum Wants { static let daily: Int32 = 0, tour: Int32 = 1, sell: Int32 = 2 }

private let day: Int32 = 24 * 60
private let week = 7 * day
private let year = 365 * day

private func number(_ whole: Int32) -> Int32 { whole * 100 }

extension Int32 {
  fileprivate func has(_ choice: Int32) -> Bool { self & choice != 0 }
  fileprivate func hasAll(_ choices: Int32) -> Bool { self & choices == choices }
}

// MARK: Facts and scores

extension BicycleAnswers {
  private var isHeavy: Bool { load > number(130) || trailer == yes }
  private var hasWeakBrakes: Bool { lever >= number(80) || pad < 150 }
  private var hasOldBrakes: Bool { brakeSince > 3 * year }
  private var hasSoftTyres: Bool { pressure == Self.notSure || pressure < 250 }
  private var hasWornChain: Bool { chainWear >= 75 }
  private var hasOldChain: Bool { chainSince >= 2 * year && distance >= number(60) }
  private var isUnseen: Bool { night == yes && !lights.hasAll(Light.front | Light.rear) }
  private var isNeglected: Bool { serviced > 2 * year || (serviced > year && distance >= number(100)) }

  private var isWandering: Bool {
    var count = 0
    if wobble > number(6) { count += 1 }
    if spokes >= number(1) { count += 1 }
    if isHeavy { count += 1 }
    return count >= 2
  }

  /// In hundredths.
  private var wear: Int32 {
    var sum: Int32 = 0
    if weather == Weather.mixed { sum += 100 } else if weather == Weather.winter { sum += 300 }
    if stored == Stored.shed { sum += 50 } else if stored == Stored.outside { sum += 200 }
    if brakeNoise == BrakeNoise.squeal { sum += 100 } else if brakeNoise == BrakeNoise.grind { sum += 300 }
    if distance >= number(100) { sum += 200 }
    if isNeglected { sum += 150 }
    return sum + 100 * (crank + axle + trailer)
  }

  /// The points and the most that could be had, which is less where the gauge was not read.
  private var unease: (points: Int32, most: Int32) {
    var points: Int32 = 0
    if shifting == Shifting.slowly { points += 2 } else if shifting == Shifting.badly { points += 4 }
    if saddle == Saddle.hard { points += 2 } else if saddle == Saddle.wrong { points += 5 }
    if pressure == Self.notSure { return (points, 9) }
    return (pressure < 250 ? points + 2 : points, 11)
  }
}

// MARK: Sections

/// What the interview in bicycle.yaml ends in, written by hand as nested `if`.
@inline(never)
func bicycleOutcome(_ answers: borrowing BicycleAnswers) -> BicycleOutcome {
  answers.crash == yes ? answers.afterCrash() : answers.power()
}

extension BicycleAnswers {
  fileprivate func afterCrash() -> BicycleOutcome {
    if frameCrack == yes {
      if crashSince <= 2 * week { return .frameBroken }
      if isHeavy { return .frameWatched }
    }
    if forkBent == yes {
      if crashSince <= week { return .forkBent }
      if kind == Kind.road || kind == Kind.cargo { return .forkMeasured }
    }
    if crashSince <= day, isHeavy { return .lookedOver }
    if kind == Kind.cargo, trailer == yes { return .hitchLookedOver }
    return power()
  }

  fileprivate func power() -> BicycleOutcome {
    electric == yes ? battery() : brakes()
  }

  private func battery() -> BicycleOutcome {
    if batterySigns.hasAll(Battery.swollen | Battery.smoke) { return .batteryOutside }
    if batterySigns.hasAll(Battery.hot | Battery.wet) { return .batteryDried }
    if batteryRange < number(10) { return kind == Kind.cargo ? .batteryNew : .batteryMeasured }
    if batterySigns.has(Battery.wet), kind == Kind.mountain, distance > number(100) { return .sealsNew }
    var signs = 0
    if batterySigns.has(Battery.hot) { signs += 1 }
    if batteryRange < number(30) { signs += 1 }
    if distance >= number(300) { signs += 1 }
    return signs >= 2 ? .batteryTired : brakes()
  }

  private func brakes() -> BicycleOutcome {
    if brakeKind == Brake.hydraulic, fluid == yes {
      if lever >= number(70) { return .brakesDead }
      if brakeNoise != BrakeNoise.quiet { return .brakesBled }
    }
    if brakeNoise == BrakeNoise.grind {
      if hasWeakBrakes, isHeavy { return .brakesAtOnce }
      if pad < number(1) { return .padsAndDiscs }
    }
    if pad < number(1), distance > number(200) { return .padsNew }
    if lever >= number(85), brakeKind == Brake.rim || brakeKind == Brake.cable { return .cableNew }
    if lever >= number(90) { return .brakesAdjusted }
    if brakeKind == Brake.coaster, brakeNoise == BrakeNoise.grind { return .hubGreased }
    if pad >= number(1), pad <= number(2) {
      if hasOldBrakes, isHeavy { return .brakesRenewed }
      if brakeNoise == BrakeNoise.squeal { return .padsSoon }
    }
    return wheels()
  }

  private func wheels() -> BicycleOutcome {
    if axle == yes, isHeavy, distance > number(150) { return .axleNew }
    if spokes >= number(3), wobble > number(8) { return .wheelRebuilt }
    if axle == yes, isWandering { return .wheelTruedFirst }
    if tyreSigns.hasAll(Tyre.bulge | Tyre.threads), kind != Kind.city { return .tyreDead }
    if tyreSigns.has(Tyre.bulge), isHeavy, punctures > number(4) { return .tyreBeforeRiding }
    if hasSoftTyres {
      if punctures >= number(4), tube == Tube.tubeless { return .sealantNew }
      if punctures >= number(5), tube != Tube.solid { return .tubeNew }
    }
    if tyreSigns.has(Tyre.cuts | Tyre.threads), punctures >= number(6) { return .tyreNew }
    if kind == Kind.road, pressure > number(8) { return .pressureDown }
    if hasSoftTyres, punctures <= number(2), !tyreSigns.has(Tyre.cuts | Tyre.threads | Tyre.bulge) { return .pumpedUp }
    var signs = 0
    if isWandering { signs += 1 }
    if tyreSigns.has(Tyre.bald) { signs += 1 }
    if axle == yes { signs += 1 }
    return signs == 2 ? .wheelTrued : chain()
  }

  private func chain() -> BicycleOutcome {
    if skips == yes { return skipping() }
    if hasWornChain, hasOldChain, distance > number(200) { return .chainAndSprockets }
    if chainWear >= 180 { return .chainNew }
    if hasWornChain, !hasOldChain, chainSince <= 6 * week { return .chainExchanged }
    return gears()
  }

  private func skipping() -> BicycleOutcome {
    if skipWhere.hasAll(Gears.low | Gears.middle | Gears.high), hasWornChain { return .driveNew }
    if skipWhere.has(Gears.high), !skipWhere.has(Gears.low), hasOldChain { return .smallSprocketNew }
    if !skipWhere.has(Gears.low | Gears.high), chainSince < 4 * week { return .linkLoosened }
    var signs = 0
    if hasWornChain { signs += 1 }
    if hasOldChain { signs += 1 }
    if isHeavy { signs += 1 }
    if electric == yes { signs += 1 }
    return signs >= 3 ? .strongerChain : gears()
  }

  private func gears() -> BicycleOutcome {
    if crank == yes {
      if noises.hasAll(Noise.click | Noise.creak) { return .bearingNew }
      if noises.has(Noise.click) { return .crankTightened }
    }
    if shifting == Shifting.badly, skips == yes { return .hangerStraightened }
    // The noises are asked after only where the cranks have play or it does not shift well.
    if shifting == Shifting.slowly, noises.has(Noise.hum), !hasWornChain { return .gearsAdjusted }
    if crank != yes, shifting != Shifting.well, noises.has(Noise.creak) { return .headsetTightened }
    return use()
  }

  private func use() -> BicycleOutcome {
    if isUnseen {
      if distance >= number(100) { return .lightsFirst }
      if !lights.has(Light.front | Light.rear | Light.side) { return .lightsNew }
    }
    if saddle == Saddle.wrong {
      if riderHeight > number(195) { return .largerFrame }
      if riderHeight < number(120) { return .smallerFrame }
    }
    return wishes()
  }

  private func wishes() -> BicycleOutcome {
    let wear = wear
    let unease = unease
    if wear >= number(10), budget < number(100) { return .retired }
    if wants == Wants.sell {
      if wear >= number(9) { return .soldForParts }
      if wear < number(4), 100 * unease.points < 40 * unease.most { return .soldAsNew }
      return budget >= number(200) ? .soldAfterService : .soldAsItIs
    }
    if isNeglected, wear > number(6), budget >= number(400) { return .fullService }
    if 100 * unease.points >= 70 * unease.most, saddle != Saddle.fine { return .fitted }
    if 100 * unease.points >= 50 * unease.most, 100 * unease.points <= 70 * unease.most,
      budget >= number(50), budget <= number(300)
    {
      return .smallComforts
    }
    if wants == Wants.tour {
      if isHeavy || distance > number(300), budget > number(500) { return .tourWheels }
      if kind == Kind.city { return .otherTyres }
    }
    if wants == Wants.daily, stored == Stored.outside, budget < number(60) { return .oiled }
    return isNeglected ? .service : .rideOn
  }
}

/// The outcomes, by their names in the tree.
enum BicycleOutcome: String {
  case bringItIn = "bring-it-in"
  case frameBroken = "frame-broken"
  case frameWatched = "frame-watched"
  case forkBent = "fork-bent"
  case forkMeasured = "fork-measured"
  case lookedOver = "looked-over"
  case hitchLookedOver = "hitch-looked-over"
  case batteryOutside = "battery-outside"
  case batteryDried = "battery-dried"
  case batteryNew = "battery-new"
  case batteryMeasured = "battery-measured"
  case sealsNew = "seals-new"
  case batteryTired = "battery-tired"
  case brakesDead = "brakes-dead"
  case brakesBled = "brakes-bled"
  case brakesAtOnce = "brakes-at-once"
  case padsAndDiscs = "pads-and-discs"
  case padsNew = "pads-new"
  case cableNew = "cable-new"
  case brakesAdjusted = "brakes-adjusted"
  case hubGreased = "hub-greased"
  case brakesRenewed = "brakes-renewed"
  case padsSoon = "pads-soon"
  case axleNew = "axle-new"
  case wheelRebuilt = "wheel-rebuilt"
  case wheelTruedFirst = "wheel-trued-first"
  case tyreDead = "tyre-dead"
  case tyreBeforeRiding = "tyre-before-riding"
  case sealantNew = "sealant-new"
  case tubeNew = "tube-new"
  case tyreNew = "tyre-new"
  case pressureDown = "pressure-down"
  case pumpedUp = "pumped-up"
  case wheelTrued = "wheel-trued"
  case chainAndSprockets = "chain-and-sprockets"
  case chainNew = "chain-new"
  case chainExchanged = "chain-exchanged"
  case driveNew = "drive-new"
  case smallSprocketNew = "small-sprocket-new"
  case linkLoosened = "link-loosened"
  case strongerChain = "stronger-chain"
  case bearingNew = "bearing-new"
  case crankTightened = "crank-tightened"
  case hangerStraightened = "hanger-straightened"
  case gearsAdjusted = "gears-adjusted"
  case headsetTightened = "headset-tightened"
  case lightsFirst = "lights-first"
  case lightsNew = "lights-new"
  case largerFrame = "larger-frame"
  case smallerFrame = "smaller-frame"
  case retired = "retired"
  case soldForParts = "sold-for-parts"
  case soldAsNew = "sold-as-new"
  case soldAfterService = "sold-after-service"
  case soldAsItIs = "sold-as-it-is"
  case fullService = "full-service"
  case fitted = "fitted"
  case smallComforts = "small-comforts"
  case tourWheels = "tour-wheels"
  case otherTyres = "other-tyres"
  case oiled = "oiled"
  case service = "service"
  case rideOn = "ride-on"
}
