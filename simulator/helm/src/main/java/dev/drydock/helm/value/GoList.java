package dev.drydock.helm.value;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A slice. Templates cannot change one in place, but a targetPath can. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class GoList {

    /** The type of lists from YAML and of {@code list}. */
    public static final String ANY = "[]interface {}";

    private final String type;
    private final boolean nil;
    private final List<@Nullable Object> held;
    private final List<@Nullable Object> items;

    private GoList(String type, List<@Nullable Object> held, boolean nil) {
        this.type = type;
        this.held = held;
        this.items = Collections.unmodifiableList(held);
        this.nil = nil;
    }

    /** A list of any values. */
    public static GoList of(List<? extends @Nullable Object> items) {
        return ofType(ANY, items);
    }

    /** A list of a type, such as {@code []string}. */
    public static GoList ofType(String type, List<? extends @Nullable Object> items) {
        return new GoList(type, new ArrayList<>(items), false);
    }

    /** The nil slice of any values. */
    public static GoList nil() {
        return new GoList(ANY, List.of(), true);
    }

    /** The nil slice of strings. */
    public static GoList nilStrings() {
        return new GoList("[]string", List.of(), true);
    }

    /** A list of strings. */
    public static GoList strings(List<String> items) {
        return ofType("[]string", items);
    }

    /** Bytes. */
    public static GoList bytes(byte[] bytes) {
        byte[] held = bytes.clone();
        List<@Nullable Object> items = new AbstractList<>() {
            @Override
            public Object get(int index) {
                return GoInt.uint8(held[index]);
            }

            @Override
            public int size() {
                return held.length;
            }
        };
        return new GoList("[]uint8", items, false);
    }

    /** Whether this is bytes. */
    public boolean isBytes() {
        return type.equals("[]uint8");
    }

    /** The bytes. */
    public byte[] toBytes() {
        byte[] bytes = new byte[items.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) ((GoInt) java.util.Objects.requireNonNull(items.get(i))).value();
        }
        return bytes;
    }

    /** Whether this is the nil slice. */
    public boolean isNil() {
        return nil;
    }

    /** Go's name of the type. */
    public String type() {
        return type;
    }

    /** Go's name of the type of the items. */
    public String elementType() {
        return type.startsWith("[]") ? type.substring(2) : "string";
    }

    /** Whether items are of any type. */
    public boolean holdsAny() {
        return elementType().equals("interface {}");
    }

    /** The items, immutable. */
    public List<@Nullable Object> items() {
        return items;
    }

    /** Number of items. */
    public int size() {
        return items.size();
    }

    /** An item. */
    public @Nullable Object get(int index) {
        return items.get(index);
    }

    /** Changes the items in place, for everyone who shares the list. */
    public void replaceAll(List<? extends @Nullable Object> others) {
        for (int i = 0; i < others.size(); i++) {
            held.set(i, others.get(i));
        }
    }

    /** A part of this list. */
    public GoList slice(int from, int to) {
        return new GoList(type, items.subList(from, to), false);
    }
}
