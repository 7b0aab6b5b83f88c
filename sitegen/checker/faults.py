"""What the parsers of HTML, XML and JSON say → a message, where it is a fault that pages meet; else as it is."""

from sitegen.messages import Message, message

SENTENCES = (
    message("abrupt closing of empty comment"),
    message("character reference outside unicode range"),
    message("control character in input stream"),
    message("control character reference"),
    message("document has no non-empty title element"),
    message("duplicate attribute"),
    message("end tag with attributes"),
    message("end tag with trailing solidus"),
    message("eof before tag name"),
    message("eof in comment"),
    message("eof in tag"),
    message("img element has no alt attribute"),
    message("area element with href has no alt attribute"),
    message("input element of type image has no alt attribute"),
    message("incorrectly closed comment"),
    message("incorrectly opened comment"),
    message("invalid first character of tag name"),
    message("missing attribute value"),
    message("missing end tag name"),
    message("missing semicolon after character reference"),
    message("missing whitespace between attributes"),
    message("nested comment"),
    message("non void html element start tag with trailing solidus"),
    message("role value is not a defined ARIA role"),
    message("unexpected character in attribute name"),
    message("unexpected character in unquoted attribute value"),
    message("unexpected doctype"),
    message("unexpected equals sign before attribute name"),
    message("unexpected null character"),
    message("unexpected solidus in tag"),
    message("unknown named character reference"),
    message("content outside root"),
    message("invalid char"),
    message("double hyphen in comment"),
    message("expected equals"),
    message("invalid char ref"),
    message("lt in attribute"),
    message("mismatched tag"),
    message("multiple roots"),
    message("no root element"),
    message("premature eof"),
    message("unclosed start tag"),
    message("undeclared namespace"),
    message("undefined entity"),
    message("unexpected end tag"),
    message("unquoted attribute"),
    message("unterminated attribute"),
    message("unterminated comment"),
    message("unterminated end tag"),
    message("unterminated reference"),
    message("Expecting value"),
    message("Expecting ',' delimiter"),
    message("Expecting ':' delimiter"),
    message("Expecting property name enclosed in double quotes"),
    message("Extra data"),
    message("Invalid control character at"),
    message("Unterminated string starting at"),
)
KNOWN = {each.sentence: each for each in SENTENCES}

OF_A_NAME = (
    message("the {name} element is obsolete"),
    message("the {name} attribute is obsolete"),
    message("id {name} is used more than once"),
)


def fault(words: str) -> Message | str:
    """A fault in the reader's language where we know it."""
    for each in OF_A_NAME:
        before, _, after = each.sentence.partition("{name}")
        if words.startswith(before) and words.endswith(after):
            return message(each.sentence, name=words.removeprefix(before).removesuffix(after))
    return KNOWN.get(words, words)


def coded(code: str) -> Message | str:
    """The same of the name of a fault, whose words hyphens join."""
    return fault(code.replace("-", " "))
