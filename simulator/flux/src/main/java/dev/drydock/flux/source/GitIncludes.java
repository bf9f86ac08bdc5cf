package dev.drydock.flux.source;

import dev.drydock.flux.artifact.ArtifactStorage;
import dev.drydock.flux.repository.Content;
import dev.drydock.flux.repository.SecurePath;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.Map;
import java.util.TreeMap;

/** Copies the artifacts of included repositories into a working tree (gitrepository_controller.go, reconcileInclude). */
final class GitIncludes {

    private static final String UNPACKED = "/tmp/flux-include-1000000000/unpack";

    private final ArtifactStorage artifacts;

    GitIncludes(ArtifactStorage artifacts) {
        this.artifacts = artifacts;
    }

    /**
     * The files of a commit with what is included.
     *
     * @param included name of a repository to its artifact
     * @throws FetchFailure when an included artifact does not have what is asked for, or its place is taken
     */
    Map<String, Content.Entry> into(Map<String, Content.Entry> files, MapNode object, MapNode included) {
        Map<String, Content.Entry> all = new TreeMap<>(files);
        for (Node include : object.findList("spec", "include")) {
            String name = include.findText("repository", "name");
            String given = include.findText("toPath").isEmpty() ? name : include.findText("toPath");
            String from = SecurePath.of(include.findText("fromPath"));
            String to = SecurePath.of(given);
            Map<String, Content.Entry> found = at(included.findMap(name).findText("url"), from, to);
            String source = UNPACKED + (from.isEmpty() ? "" : "/" + from);
            String target = workingTree(object) + "/" + to;
            String problem = "";
            if (found.isEmpty()) {
                problem = "cannot stat " + source + ": stat " + source + ": no such file or directory";
            } else if (all.keySet().stream().anyMatch(path -> path.startsWith(to + "/"))) {
                String renamed = source + " " + target + ": file exists";
                problem = "link error: cannot rename " + source + " to " + target + ": rename " + renamed;
            }
            if (!problem.isEmpty()) {
                throw FetchFailure.storage(
                        "CopyFailure",
                        "failed to copy '" + name + "' include from " + include.findText("fromPath") + " to " + given
                                + ": " + problem);
            }
            all.putAll(found);
        }
        return all;
    }

    /** The folder of a run; the number behind it is another one each time in reality. */
    static String workingTree(MapNode object) {
        return "/tmp/gitrepository-" + ObjectFields.namespace(object) + "-" + ObjectFields.name(object) + "-1000000000";
    }

    /** A folder or a file of an artifact, below its new name. */
    private Map<String, Content.Entry> at(String url, String from, String to) {
        Map<String, Content.Entry> found = new TreeMap<>();
        String prefix = from.isEmpty() ? "" : from + "/";
        artifacts.find(url).orElse(Content.EMPTY).files().forEach((path, entry) -> {
            if (path.equals(from)) {
                found.put(to, entry);
            } else if (path.startsWith(prefix)) {
                found.put(to + "/" + path.substring(prefix.length()), entry);
            }
        });
        return found;
    }
}
