package dev.drydock.flux.sops;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;

/** Encrypted files of variables: values and metadata are lines of the same form (stores/dotenv/store.go). */
final class DotEnv {

    private static final String PREFIX = "sops_";

    private DotEnv() {}

    static MapNode read(String text) {
        MapNode values = MapNode.EMPTY;
        MapNode section = MapNode.EMPTY;
        for (String line : text.split("\n", -1)) {
            int equals = line.indexOf('=');
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (equals < 0) {
                throw new SopsException("invalid dotenv input line: " + line);
            }
            String key = line.substring(0, equals);
            String value = line.substring(equals + 1).replace("\\n", "\n");
            if (key.startsWith(PREFIX)) {
                section = withMetadata(section, key.substring(PREFIX.length()), value);
            } else {
                values = values.with(key, value);
            }
        }
        return values.with("sops", section);
    }

    /** {@code age__list_0__map_enc} is {@code age[0].enc}. */
    private static MapNode withMetadata(MapNode section, String key, String value) {
        String[] parts = key.split("__list_|__map_", -1);
        if (parts.length != 3) {
            return section.with(key, value);
        }
        int index = Integer.parseInt(parts[1]);
        List<Node> items = new ArrayList<>(section.findList(parts[0]).stream().toList());
        while (items.size() <= index && items.size() < 1_000) {
            items.add(MapNode.EMPTY);
        }
        items.set(index, ((MapNode) items.get(index)).with(parts[2], value));
        return section.with(parts[0], ListNode.of(items));
    }

    static String write(MapNode values) {
        StringBuilder text = new StringBuilder();
        values.forEach((key, value) -> text.append(key)
                .append('=')
                .append(value instanceof ScalarNode s ? s.text().replace("\n", "\\n") : "")
                .append('\n'));
        return text.toString();
    }
}
