/// Pairs of questions of which the first patient is asked the one and the second the other, with the same answer.
struct Twins {
  private var seconds: [Int: Int] = [:]
  private var firsts: [Int: Int] = [:]

  init(_ pairs: [Int: Int] = [:]) {
    seconds = pairs
    for (first, second) in pairs { firsts[second] = first }
  }

  func first(of question: Int) -> Int { firsts.isEmpty ? question : firsts[question] ?? question }
  func second(of question: Int) -> Int { seconds.isEmpty ? question : seconds[question] ?? question }
}
