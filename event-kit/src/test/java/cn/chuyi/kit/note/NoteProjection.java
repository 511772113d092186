package cn.chuyi.kit.note;

import cn.chuyi.kit.database.Writes;
import cn.chuyi.kit.event.EventCodec;
import cn.chuyi.kit.event.Received;
import cn.chuyi.kit.note.Note.NoteEvent;
import cn.chuyi.kit.note.Note.NoteEvent.NoteWritten;
import cn.chuyi.kit.reader.Folding;
import cn.chuyi.kit.reader.Reading;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Flow.Subscriber;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
public class NoteProjection implements Reading<NoteEvent> {
    static final String UNFOLDABLE = "unfoldable";

    private final Folding folding;
    private final DataSource database;

    NoteProjection(Folding folding, DataSource database) {
        this.folding = folding;
        this.database = database;
    }

    @Incoming("notes")
    public Subscriber<ConsumerRecords<String, byte[]>> records() {
        return folding.reader(this);
    }

    @Override
    public String reader() {
        return "notes";
    }

    @Override
    public EventCodec<NoteEvent> codec() {
        return Note.CODEC;
    }

    @Override
    public boolean concerns(String stream) {
        return !stream.startsWith("elsewhere-");
    }

    @Override
    public void apply(List<Received<NoteEvent>> facts, Writes writes) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("insert into note_view values (?, ?, ?)")) {
            for (var fact : facts) {
                var written = (NoteWritten) fact.event();
                if (written.text().equals(UNFOLDABLE)) {
                    throw new IllegalArgumentException("no view of this");
                }
                insert.setString(1, fact.envelope().stream());
                insert.setLong(2, fact.envelope().version());
                insert.setString(3, written.text());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
