package dev.drydock.kustomize.plugin;

import dev.drydock.kustomize.loader.Loader;
import dev.drydock.kustomize.patch.MergeSchemas;
import dev.drydock.kustomize.resource.ResourceReader;

/** What plugins reach: the files of their kustomization, a reader of objects, schemas. */
public record PluginContext(Loader loader, ResourceReader reader, MergeSchemas schemas) {}
