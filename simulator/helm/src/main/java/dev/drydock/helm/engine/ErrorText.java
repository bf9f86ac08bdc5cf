package dev.drydock.helm.engine;

import dev.drydock.helm.HelmException;
import dev.drydock.helm.function.TemplateFunctions;
import dev.drydock.helm.template.ExecException;
import dev.drydock.helm.value.GoException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How Helm words the errors of templates (engine.go: cleanupParseError, reformatExecErrorMsg). */
final class ErrorText {

    private static final String PREFIX = "template: ";

    private ErrorText() {}

    static HelmException ofParse(String file, GoException error) {
        String[] parts = error.getMessage().split(": ", -1);
        if (parts.length == 1) {
            return new HelmException("parse error in (" + file + "): " + error.getMessage());
        }
        return new HelmException("parse error at (" + parts[1] + "): " + parts[parts.length - 1]);
    }

    static HelmException ofExecution(String file, GoException error) {
        if (!holdsExecution(error)) {
            return new HelmException(error.getMessage());
        }
        String[] parts = error.getMessage().split(": ", 3);
        if (parts.length != 3) {
            return new HelmException("execution error in (" + file + "): " + error.getMessage());
        }
        int start = parts[2].indexOf(TemplateFunctions.MESSAGE_START);
        int end = parts[2].lastIndexOf(TemplateFunctions.MESSAGE_END);
        if (start >= 0 && end >= start + TemplateFunctions.MESSAGE_START.length()) {
            String message = parts[2].substring(start + TemplateFunctions.MESSAGE_START.length(), end);
            return new HelmException("execution error at (" + parts[1] + "): " + message);
        }
        List<Place> places = new ArrayList<>();
        GoException current = error;
        while (current != null) {
            Place place = Place.parse(current.getMessage());
            if (place == null) {
                return new HelmException(error.getMessage());
            }
            if (places.isEmpty() || !places.get(places.size() - 1).equals(place)) {
                places.add(place);
            }
            current = current.wrapped();
        }
        StringBuilder out = new StringBuilder();
        places.forEach(place -> out.append(place.text()));
        return new HelmException(out.toString().strip());
    }

    private static boolean holdsExecution(GoException error) {
        GoException current = error;
        while (current != null) {
            if (current instanceof ExecException) {
                return true;
            }
            current = current.wrapped();
        }
        return false;
    }

    /** One level of a nested error. */
    private record Place(String location, String message, String function) {

        String text() {
            return (location.isEmpty() ? "" : location + "\n  ")
                    + (function.isEmpty() ? "" : function + "\n    ")
                    + (message.isEmpty() ? "" : message + "\n");
        }

        static @Nullable Place parse(String text) {
            if (!text.startsWith(PREFIX)) {
                return null;
            }
            String rest = text.substring(PREFIX.length());
            if (rest.startsWith("no template ")) {
                return new Place("", text, "");
            }
            int executing = rest.indexOf(": executing ");
            if (executing >= 0) {
                Place place =
                        execution(rest.substring(0, executing), rest.substring(executing + ": executing ".length()));
                if (place != null) {
                    return place;
                }
            }
            int last = rest.lastIndexOf(": ");
            return last < 0 ? null : new Place(rest.substring(0, last), cut(rest.substring(last + 2)), "");
        }

        private static @Nullable Place execution(String location, String after) {
            if (!after.startsWith("\"")) {
                return null;
            }
            int quote = after.indexOf('"', 1);
            if (quote < 0 || !after.startsWith(" at <", quote + 1)) {
                return null;
            }
            String at = after.substring(quote + 1 + " at <".length());
            int end = at.indexOf(">: ");
            if (end < 0) {
                return null;
            }
            String function = "executing \"" + after.substring(1, quote) + "\" at <" + at.substring(0, end) + ">:";
            return new Place(location, cut(at.substring(end + 3)), function);
        }

        private static String cut(String message) {
            int nested = message.indexOf(" template:");
            return nested < 0 ? message : message.substring(0, nested);
        }
    }
}
