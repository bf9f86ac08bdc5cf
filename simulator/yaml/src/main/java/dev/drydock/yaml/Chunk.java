package dev.drydock.yaml;

/**
 * The text of one document with its place in the file.
 *
 * @param text the text that is scanned
 * @param file name of the file
 * @param firstLine number of lines before this text
 */
record Chunk(String text, String file, int firstLine) {

    Location at(Token.Mark mark) {
        return new Location(file, firstLine + mark.line() + 1, mark.column() + 1);
    }

    YamlException error(Token.Mark mark, String message, String upstream) {
        String line = SourceLine.at(text, mark.index() - mark.column());
        return new YamlException(new Diagnostic(at(mark), message, line), upstream);
    }

    YamlException error(Location place, String message, String upstream) {
        String line = SourceLine.number(text, place.line() - firstLine);
        return new YamlException(new Diagnostic(place, message, line), upstream);
    }
}
