import Triage

extension BicycleAnswers {
  /// By the name of a question: where its answer stands.
  static let places: [String: WritableKeyPath<BicycleAnswers, Int32> & Sendable] = [
    "kind": \.kind,
    "distance": \.distance,
    "load": \.load,
    "trailer": \.trailer,
    "crash": \.crash,
    "crash_since": \.crashSince,
    "frame_crack": \.frameCrack,
    "fork_bent": \.forkBent,
    "electric": \.electric,
    "battery_signs": \.batterySigns,
    "battery_range": \.batteryRange,
    "brake_kind": \.brakeKind,
    "lever": \.lever,
    "brake_noise": \.brakeNoise,
    "pad": \.pad,
    "brake_since": \.brakeSince,
    "fluid": \.fluid,
    "axle": \.axle,
    "wobble": \.wobble,
    "spokes": \.spokes,
    "tube": \.tube,
    "pressure": \.pressure,
    "tyre_signs": \.tyreSigns,
    "punctures": \.punctures,
    "skips": \.skips,
    "skip_where": \.skipWhere,
    "chain_wear": \.chainWear,
    "chain_since": \.chainSince,
    "crank": \.crank,
    "shifting": \.shifting,
    "noises": \.noises,
    "weather": \.weather,
    "stored": \.stored,
    "serviced": \.serviced,
    "night": \.night,
    "lights": \.lights,
    "rider_height": \.riderHeight,
    "saddle": \.saddle,
    "budget": \.budget,
    "wants": \.wants,
  ]

  /// Writes an answer down as it counts.
  mutating func answer(_ question: Question, with answer: Answer) {
    guard let place = Self.places[question.name] else { fatalError("no place for \(question.name)") }
    self[keyPath: place] = Self.code(of: answer, to: question)
  }

  private static func code(of answer: Answer, to question: Question) -> Int32 {
    switch (answer, question.unsure) {
    case (.value(let value), _): code(of: value)
    case (.unsure, .counts(let literal)): code(of: literal.value)
    case (.unsure, _): notSure
    }
  }

  private static func code(of value: Value) -> Int32 {
    switch value {
    case .yesNo(let isYes): isYes ? 1 : 0
    case .choice(let position): Int32(position)
    case .choices(let picked): Int32(picked)
    case .number(let number): Int32(number.millionths / (Number.scale / 100))
    case .duration(let minutes): Int32(minutes.count)
    }
  }
}
