package cn.chuyi.reporting.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReadPagesTest {
    private static final String STREAM = "case-P-2025-430181";

    private final byte[] one = Page.of(PageTest.facts(1));
    private final byte[] two = Page.of(PageTest.facts(2));
    private final byte[] three = Page.of(PageTest.facts(3));

    @Test
    void the_same_page_is_read_once() {
        var pages = new ReadPages(one.length);
        var facts = pages.of(STREAM, one);
        assertThat(facts).isEqualTo(PageTest.facts(1));
        assertThat(pages.of(STREAM, one.clone())).isSameAs(facts);
    }

    @Test
    void a_page_of_another_stream_has_other_facts() {
        var pages = new ReadPages(2 * one.length);
        pages.of(STREAM, one);
        assertThat(pages.of("case-P-2025-430182", one))
                .extracting(Recorded::stream)
                .isEqualTo(List.of("case-P-2025-430182"));
    }

    @Test
    void a_page_that_became_longer_is_read_anew() {
        var pages = new ReadPages(one.length + two.length);
        pages.of(STREAM, one);
        assertThat(pages.of(STREAM, two)).isEqualTo(PageTest.facts(2));
    }

    @Test
    void what_was_not_asked_for_the_longest_is_forgotten() {
        var pages = new ReadPages(two.length + three.length);
        var first = pages.of(STREAM, one);
        var second = pages.of(STREAM, two);
        pages.of(STREAM, three);
        assertThat(pages.of(STREAM, two)).isSameAs(second);
        assertThat(pages.of(STREAM, one)).isNotSameAs(first).isEqualTo(first);
    }
}
