package dev.drydock.yaml;

import java.util.Comparator;
import org.apiguardian.api.API;

/** The order of Go strings (bytes of UTF-8), which is that of code points and not of Java's UTF-16 units. */
@API(status = API.Status.INTERNAL, since = "0.1")
public enum CodePointOrder implements Comparator<String> {
    INSTANCE;

    @Override
    public int compare(String a, String b) {
        int n = Math.min(a.length(), b.length());
        for (int i = 0; i < n; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean differentPlanes = Character.isSurrogate(x) != Character.isSurrogate(y);
                return differentPlanes ? (Character.isSurrogate(x) ? 1 : -1) : Character.compare(x, y);
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
