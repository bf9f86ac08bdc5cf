package dev.drydock.helm.chart;

import dev.drydock.helm.HelmException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apiguardian.api.API;

/** Unpacks a chart's {@code .tgz} (Helm's loader/archive); everything lies in one folder, whose name does not count. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ChartArchive {

    private static final int BLOCK = 512;
    private static final int LARGEST = 100 << 20;
    private static final int LARGEST_FILE = 5 << 20;

    private ChartArchive() {}

    /**
     * The files of a package by their path in the chart.
     *
     * @throws HelmException with Helm's words
     */
    public static Map<String, byte[]> unpack(byte[] archive) {
        byte[] tar = unzip(archive);
        Map<String, byte[]> files = new TreeMap<>();
        int at = 0;
        String longName = "";
        while (at + BLOCK <= tar.length && tar[at] != 0) {
            int size = (int) octal(tar, at + 124, 12);
            char type = (char) tar[at + 156];
            int start = at + BLOCK;
            if (size < 0 || start + size > tar.length) {
                throw new HelmException("unexpected EOF");
            }
            byte[] data = java.util.Arrays.copyOfRange(tar, start, start + size);
            if (type == 'L') {
                longName = text(data, 0, data.length);
            } else if (type == 'x') {
                longName = paxPath(text(data, 0, data.length), longName);
            } else if (type != 'g' && type != '5') {
                String prefix = text(tar, at + 345, 155);
                String name = text(tar, at, 100);
                String path = longName.isEmpty() ? (prefix.isEmpty() ? name : prefix + "/" + name) : longName;
                longName = "";
                if (!path.endsWith("/")) {
                    add(files, path, data);
                }
            }
            at = start + (size + BLOCK - 1) / BLOCK * BLOCK;
        }
        if (files.isEmpty()) {
            throw new HelmException("no files in chart archive");
        }
        return files;
    }

    private static byte[] unzip(byte[] archive) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(archive))) {
            byte[] tar = in.readNBytes(LARGEST + 1);
            if (tar.length > LARGEST) {
                throw new HelmException("decompressed chart is larger than the maximum size " + LARGEST);
            }
            return tar;
        } catch (ZipException e) {
            throw new HelmException("gzip: invalid header");
        } catch (IOException e) {
            throw new HelmException("unexpected EOF");
        }
    }

    private static void add(Map<String, byte[]> files, String path, byte[] data) {
        String delimiter = path.contains("\\") ? "\\" : "/";
        String[] parts = path.split(java.util.regex.Pattern.quote(delimiter), -1);
        if (parts[0].equals("Chart.yaml")) {
            throw new HelmException("chart yaml not in base directory");
        }
        String name = String.join("/", java.util.Arrays.asList(parts).subList(1, parts.length));
        if (name.startsWith("/")) {
            throw new HelmException("chart illegally contains absolute paths");
        }
        String clean = clean(name);
        if (clean.equals(".")) {
            throw new HelmException("chart illegally contains content outside the base directory: "
                    + dev.drydock.yaml.GoQuote.quote(path));
        }
        if (clean.startsWith("..")) {
            throw new HelmException("chart illegally references parent directory");
        }
        if (clean.matches("[a-zA-Z]:/.*")) {
            throw new HelmException("chart contains illegally named files");
        }
        if (data.length > LARGEST_FILE) {
            throw new HelmException("decompressed chart file " + dev.drydock.yaml.GoQuote.quote(path)
                    + " is larger than the maximum file size " + LARGEST_FILE);
        }
        files.put(clean, data);
    }

    private static String clean(String path) {
        java.util.ArrayDeque<String> parts = new java.util.ArrayDeque<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return parts.isEmpty() ? "." : String.join("/", parts);
    }

    private static String paxPath(String records, String otherwise) {
        for (String line : records.split("\n", -1)) {
            int path = line.indexOf(" path=");
            if (path >= 0) {
                return line.substring(path + " path=".length());
            }
        }
        return otherwise;
    }

    private static String text(byte[] bytes, int start, int length) {
        int end = start;
        while (end < start + length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    private static long octal(byte[] bytes, int start, int length) {
        String digits = text(bytes, start, length).strip();
        return digits.matches("[0-7]{1,11}") ? Long.parseLong(digits, 8) : digits.isEmpty() ? 0 : -1;
    }
}
