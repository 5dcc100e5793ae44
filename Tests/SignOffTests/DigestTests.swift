import SignOff
import Testing
import Triage

/// Digests of parts, held against what ``Reflected`` reads off the same grammars.
@Suite struct DigestTests {
  /// A tree in both readings.
  struct Read: Sendable {
    var digests: [TreePart: Digest]
    var meanings: [TreePart: [String]]

    init(_ grammar: Grammar) {
      digests = Dictionary(uniqueKeysWithValues: grammar.partDigests.map { ($0.part, $0.digest) })
      meanings = Reflected(grammar).meanings
    }

    static func differences(_ before: Read, _ after: Read) -> (digests: Set<TreePart>, meanings: Set<TreePart>) {
      (changed(before.digests, after.digests), changed(before.meanings, after.meanings))
    }

    private static func changed<Value: Equatable>(
      _ before: [TreePart: Value], _ after: [TreePart: Value]
    ) -> Set<TreePart> {
      Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
    }
  }

  static let toEverything = Changes(to: Trees.grammar(Trees.everything)).all
  /// The first change at every place; each takes a while to read.
  static let toFull = {
    var places: Set<String> = []
    return Changes(to: Trees.grammar(Trees.full)).all.filter { places.insert($0.place).inserted }
  }()
  static let full = Read(toFull[0].grammars[0])

  @Test(arguments: toEverything)
  func `a change of one thing changes the digests of the parts that it touches and no others`(_ chain: Changes.Chain) {
    let read = chain.grammars.map(Read.init)
    for step in read.indices.dropLast() where chain.grammars[step] != chain.grammars[step + 1] {
      let changed = Read.differences(read[step], read[step + 1])
      #expect(!changed.meanings.isEmpty, "\(chain.place), \(step)")
      #expect(changed.digests == changed.meanings, "\(chain.place), \(step)")
    }
  }

  @Test(arguments: toFull)
  func `in a tree at full size too`(_ chain: Changes.Chain) {
    let changed = Read.differences(Self.full, Read(chain.grammars[1]))
    #expect(changed.meanings.isEmpty == (chain.grammars[0] == chain.grammars[1]))
    #expect(changed.digests == changed.meanings)
  }

  /// Alone: a field that changes together with another could be forgotten in the digest.
  @Test func `every field and every case of the grammar is changed alone by one of the changes`() {
    var changed: Set<String> = []
    for chain in Self.toEverything {
      for (before, after) in zip(chain.grammars, chain.grammars.dropFirst()) {
        let differences = Fields.differences(before, after)
        if differences.count == 1 { changed.formUnion(differences[0]) }
      }
    }
    let fields = Fields.all(in: Trees.grammar(Trees.everything))
    #expect(fields.count > 200)
    #expect(fields.subtracting(changed).sorted() == [])
  }
}
