package dev.drydock.flux.ssa;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ObjectReaderTest {

    @Test
    void kustomization_files_and_empty_documents_are_left_out() {
        ObjectReader.Result result = ObjectReader.read("""
                ---
                # nothing
                ---
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                metadata: {name: x}
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: a}
                """);

        assertThat(result.error()).isNull();
        assertThat(result.objects()).extracting(ObjectFields::name).containsExactly("a");
    }

    @Test
    void lists_are_opened() {
        ObjectReader.Result result = ObjectReader.read("""
                apiVersion: v1
                kind: List
                items:
                - {apiVersion: v1, kind: ConfigMap, metadata: {name: a}}
                - {apiVersion: v1, kind: Secret, metadata: {name: b}}
                """);

        assertThat(result.error()).isNull();
        assertThat(result.objects()).extracting(ObjectFields::name).containsExactly("a", "b");
    }

    @Test
    void broken_text_is_an_error() {
        assertThat(ObjectReader.read("a: [").error()).isNotNull();
    }
}
