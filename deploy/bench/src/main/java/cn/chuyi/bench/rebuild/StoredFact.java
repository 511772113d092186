package cn.chuyi.bench.rebuild;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.chuyi.kit.event.Position;
import cn.chuyi.reporting.ledger.Codecs;
import cn.chuyi.reporting.ledger.Recorded;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A fact as bytes of a state store. */
final class StoredFact {
    private StoredFact() {}

    static byte[] write(Recorded fact) {
        var bytes = new ByteArrayOutputStream(512);
        try (var out = new DataOutputStream(bytes)) {
            out.writeUTF(fact.stream());
            out.writeLong(fact.version());
            out.writeUTF(fact.id());
            out.writeUTF(fact.type());
            out.writeLong(fact.recorded().getEpochSecond());
            out.writeInt(fact.recorded().getNano());
            out.writeUTF(or(fact.actor()));
            out.writeUTF(fact.position().topic());
            out.writeInt(fact.position().partition());
            out.writeLong(fact.position().offset());
            var payload = Codecs.encode(fact.fact()).getBytes(UTF_8);
            out.writeInt(payload.length);
            out.write(payload);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Recorded read(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            var stream = in.readUTF();
            long version = in.readLong();
            var id = in.readUTF();
            var type = in.readUTF();
            var time = Instant.ofEpochSecond(in.readLong(), in.readInt());
            var actor = in.readUTF();
            var position = new Position(in.readUTF(), in.readInt(), in.readLong());
            var payload = new String(in.readNBytes(in.readInt()), UTF_8);
            var fact = type.startsWith("chuyi.registry.")
                    ? Codecs.REGISTRY.decode(type, payload)
                    : Codecs.ASSESSMENT.decode(type, payload);
            return new Recorded(stream, version, id, type, time, actor.isEmpty() ? null : actor, position, fact);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
