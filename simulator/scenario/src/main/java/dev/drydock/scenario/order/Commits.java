package dev.drydock.scenario.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Numbers the commits that each object named, in the order in which it did. The hash of a commit depends on the time of
 * its push and so on the order of events; which commit of its source an object is at does not.
 */
final class Commits {

    static final Pattern HASH = Pattern.compile("(?<=sha1:)[0-9a-f]{40}");

    private final Map<String, List<String>> known = new HashMap<>();

    Commits() {}

    /** The text of an object with numbers for the hashes. */
    String number(String label, String text) {
        List<String> hashes = known.computeIfAbsent(label, any -> new ArrayList<>());
        return HASH.matcher(text).replaceAll(match -> {
            if (!hashes.contains(match.group())) {
                hashes.add(match.group());
            }
            return "#" + (hashes.indexOf(match.group()) + 1);
        });
    }
}
