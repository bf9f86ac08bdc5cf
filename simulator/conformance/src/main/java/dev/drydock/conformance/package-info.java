/**
 * Asks Drydock the questions of a recorded corpus and judges the answers. A {@link dev.drydock.conformance.Corpus} reads
 * its cases into questions, each of which knows how to ask Drydock and how to judge; {@link dev.drydock.conformance.Corpora}
 * lists the corpora; {@link dev.drydock.conformance.Interrogation} asks and counts. A new corpus of JSON cases is one
 * {@link dev.drydock.conformance.CaseCorpus} and one line in the list.
 */
@NullMarked
package dev.drydock.conformance;

import org.jspecify.annotations.NullMarked;
