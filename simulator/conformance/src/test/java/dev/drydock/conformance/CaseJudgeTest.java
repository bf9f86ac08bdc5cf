package dev.drydock.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseJudgeTest {

    private static Node json(String text) {
        return JsonReader.read(text.replace('\'', '"'), "test");
    }

    private static boolean isRight(String question, String answer) {
        return CaseJudge.of((MapNode) json(question))
                .difference(Answer.of(json(answer)))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{'answer': {'a': 1, 'b': 2}} | {'b': 2, 'a': 1} | true",
                "{'answer': {'a': 1}} | {'a': 1.0} | true",
                "{'answer': {'a': 9007199254740993}} | {'a': 9007199254740992} | false",
                "{'answer': {'a': 1}} | {'a': true} | false",
                "{'answer': {'a': 1}} | {'a': '1'} | false",
                "{'answer': {'a': null}} | {} | false",
                "{'answer': {}} | {'a': null} | false",
                "{'answer': [1, 2]} | [2, 1] | false",
                "{'answer': [1, 2]} | [1] | false",
                "{'out': {'text': 'x'}} | {'text': 'x'} | true",
                "{'answer': {'reason': ['a', 'b']}} | {'reason': 'b'} | true",
                "{'answer': {'reason': ['a', 'b']}} | {'reason': 'c'} | false",
                "{'answer': {'other': ['a', 'b']}} | {'other': 'b'} | false",
                "{'answer': {'anyOf': [{'a': 1}, {'a': 2}]}} | {'a': 2} | true",
                "{'answer': {'anyOf': [{'a': 1}, {'a': 2}]}} | {'a': 3} | false",
                "{'steps': [{'answer': {'object': {'a': 1}}}, {'answer': {'sameAs': 1}}]}"
                        + " | [{'object': {'a': 1}}, {'object': {'a': 1}}] | true",
                "{'steps': [{'answer': {'object': {'a': 1}}}, {'answer': {'sameAs': 1}}]}"
                        + " | [{'object': {'a': 1}}, {'sameAs': 1}] | true",
                "{'answer': {'unordered': true, 'message': '[x, y]'}} | {'message': '[y, x]'} | true",
                "{'answer': {'message': '[x, y]'}, 'causeOrder': 'any'} | {'message': '[y, x]'} | true",
                "{'answer': {'message': '[x, y]'}} | {'message': '[y, x]'} | false",
                "{'answer': {'resourceOrderVaries': true, 'resourceRules': [{'v': 1}, {'v': 2}]}}"
                        + " | {'resourceRules': [{'v': 2}, {'v': 1}]} | true",
                "{'answer': {'resourceRules': [{'v': 1}, {'v': 2}]}} | {'resourceRules': [{'v': 2}, {'v': 1}]} | false",
            })
    void compares_as_the_corpora_say(String question, String answer, boolean right) {
        assertThat(isRight(question, answer)).isEqualTo(right);
    }

    @Test
    void sorts_causes_that_come_in_any_order() {
        String real = "{'answer': {'unordered': true, 'status': {'details': {'causes': [{'f': 1}, {'f': 2}]}}}}";
        assertThat(isRight(real, "{'status': {'details': {'causes': [{'f': 2}, {'f': 1}]}}}"))
                .isTrue();
    }

    @Test
    void wants_the_settled_state_where_the_case_has_one() {
        Judge judge = CaseJudge.of((MapNode) json("{'answer': 1, 'settled': {'a': 1}}"));
        assertThat(judge.difference(Answer.settled(json("1"), json("{'a': 1}"))))
                .isEmpty();
        assertThat(judge.difference(Answer.of(json("1")))).isPresent();
    }

    @Test
    void names_the_first_difference() {
        assertThat(CaseJudge.of((MapNode) json("{'answer': {'a': {'b': [1, 2]}}}"))
                        .difference(Answer.of(json("{'a': {'b': [1, 3]}}"))))
                .hasValue("answer.a.b[1]: real 2\n      predicted 3");
    }

    @Test
    void counts_an_exception_as_wrong_and_a_gap_as_honest() {
        Judge judge = CaseJudge.of((MapNode) json("{'answer': 1}"));
        Question broken = new Question(
                "a",
                "t",
                () -> {
                    throw new IllegalStateException("oops");
                },
                judge);
        Question gap = new Question("b", "t", () -> Answer.notModelled("feature"), judge);
        Agreement agreement = Interrogation.of(java.util.List.of(broken, gap), (question, answer) -> {});
        assertThat(agreement.total()).isEqualTo(new Agreement.Count(0, 1, 1));
        assertThat(agreement.differences().get(0).text()).contains("oops");
    }
}
