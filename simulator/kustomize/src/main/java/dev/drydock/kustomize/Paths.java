package dev.drydock.kustomize;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apiguardian.api.API;

/** Paths as Go's path/filepath treats them on Unix. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Paths {

    private Paths() {}

    /** The shortest equal path, as filepath.Clean. */
    public static String clean(String path) {
        boolean rooted = path.startsWith("/");
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".")) {
                continue;
            }
            if (part.equals("..")) {
                if (!parts.isEmpty() && !parts.peekLast().equals("..")) {
                    parts.removeLast();
                } else if (!rooted) {
                    parts.addLast(part);
                }
            } else {
                parts.addLast(part);
            }
        }
        String joined = String.join("/", parts);
        if (rooted) {
            return "/" + joined;
        }
        return joined.isEmpty() ? "." : joined;
    }

    /** Two paths joined and cleaned; empty ones are left out, as filepath.Join. */
    public static String join(String first, String second) {
        if (first.isEmpty() && second.isEmpty()) {
            return "";
        }
        if (first.isEmpty()) {
            return clean(second);
        }
        return second.isEmpty() ? clean(first) : clean(first + "/" + second);
    }

    /** The last name of a path, as filepath.Base. */
    public static String base(String path) {
        if (path.isEmpty()) {
            return ".";
        }
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        if (end == 0) {
            return "/";
        }
        return path.substring(path.lastIndexOf('/', end - 1) + 1, end);
    }

    /** Whether a cleaned absolute path equals a directory or lies below it. */
    public static boolean isInOrBelow(String path, String directory) {
        return directory.equals("/") || path.equals(directory) || path.startsWith(directory + "/");
    }

    /** The directory that holds a cleaned absolute path. */
    public static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash);
    }
}
