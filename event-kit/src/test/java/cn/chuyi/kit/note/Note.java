package cn.chuyi.kit.note;

import cn.chuyi.kit.decision.Decision;
import cn.chuyi.kit.decision.Refusal;
import cn.chuyi.kit.decision.Rule;
import cn.chuyi.kit.decision.Text;
import cn.chuyi.kit.event.JsonEventCodec;
import cn.chuyi.kit.journal.Aggregate;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A note: its texts so far. */
public record Note(List<String> texts) {
    static final Note INITIAL = new Note(List.of());

    /** After this text a note takes no other. */
    static final String END = "the end";

    /** What happens to notes. */
    public sealed interface NoteEvent {
        record NoteWritten(String text, @Nullable BigDecimal weight) implements NoteEvent {}
    }

    enum NoteRule implements Rule {
        TOO_RUDE(new Wording(
                409, new Text("“{0}” 不礼貌。", "\"{0}\" isn't polite."), new Text("请换个说法。", "Say it nicely."))),
        ENDED(new Wording(409, new Text("便条已结束。", "The note has ended."), new Text("请另写一张。", "Write another one.")));

        private final transient Wording wording;

        NoteRule(Wording wording) {
            this.wording = wording;
        }

        @Override
        public Wording wording() {
            return wording;
        }
    }

    public static final JsonEventCodec<NoteEvent> CODEC = JsonEventCodec.of(NoteEvent.class, "chuyi.note.")
            .add("note-written.v1", NoteEvent.NoteWritten.class)
            .build();

    static final Aggregate<Note, NoteEvent> AGGREGATE = new Aggregate<>(INITIAL, Note::evolve, CODEC);

    static Note evolve(Note note, NoteEvent event) {
        return switch (event) {
            case NoteEvent.NoteWritten written -> {
                var texts = new java.util.ArrayList<>(note.texts());
                texts.add(written.text());
                yield new Note(List.copyOf(texts));
            }
        };
    }

    static Decision<NoteEvent> decide(Note note, String text) {
        if (note.texts().contains(END)) {
            return Decision.refuse(Refusal.of(NoteRule.ENDED));
        }
        return text.contains("damn")
                ? Decision.refuse(Refusal.of(NoteRule.TOO_RUDE, text).at("/text"))
                : Decision.accept(new NoteEvent.NoteWritten(text, null));
    }
}
