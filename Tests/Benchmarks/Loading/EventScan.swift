import CLibYAML

/// What libyaml alone takes: every event of a text, thrown away at once.
/// - Returns: how many events there were; nil where the text is no YAML.
func scanEvents(of text: [UInt8]) -> Int? {
  var parser = yaml_parser_t()
  guard yaml_parser_initialize(&parser) == 1 else { return nil }
  defer { yaml_parser_delete(&parser) }
  yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
  return text.withUnsafeBufferPointer { bytes in
    yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
    var event = yaml_event_t()
    var count = 0
    var isDone = false
    while !isDone {
      guard yaml_parser_parse(&parser, &event) == 1 else { return nil }
      isDone = event.type == YAML_STREAM_END_EVENT
      yaml_event_delete(&event)
      count += 1
    }
    return count
  }
}
