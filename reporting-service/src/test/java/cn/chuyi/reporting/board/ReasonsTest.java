package cn.chuyi.reporting.board;

import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.kit.decision.Text;
import cn.chuyi.kit.event.Json;
import cn.chuyi.kit.test.Contract;
import cn.chuyi.kit.test.Contract.Example;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReasonsTest {
    private static final List<Text> REASONS =
            Contract.of("assessment-service").examples("chuyi.assessment.indicator-exempted.v1").stream()
                    .map(ReasonsTest::reason)
                    .map(Reasons::ofExemption)
                    .toList();

    @Test
    void what_a_person_wrote_stays_as_it_was_written() {
        assertThat(REASONS.getFirst()).isEqualTo(new Text("本县未承接市州楚怡中职改扩建", "本县未承接市州楚怡中职改扩建"));
        var free = "采集结果为不适用（见附件）";
        assertThat(Reasons.ofExemption(free)).isEqualTo(new Text(free, free));
    }

    @Test
    void what_assessment_words_itself_is_read_in_both_languages() {
        assertThat(REASONS.subList(1, REASONS.size()))
                .containsExactly(
                        new Text("采集结果为不适用", "what was collected says so"),
                        new Text(
                                "采集结果为不适用（承接项目的建设阶段，score-CHUYI-2022-2025-430181 第 5 条）",
                                "what was collected says so (stage of the projects hosted,"
                                        + " score-CHUYI-2022-2025-430181 version 5)"));
    }

    private static String reason(Example example) {
        try {
            return Json.mapper().readTree(example.json()).path("reason").asText();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(example.file().toString(), e);
        }
    }
}
