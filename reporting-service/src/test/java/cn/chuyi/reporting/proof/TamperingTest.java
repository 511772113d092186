package cn.chuyi.reporting.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.chuyi.kit.merkle.HashAlgorithm;
import cn.chuyi.kit.signing.SigningKey;
import cn.chuyi.reporting.proof.Verification.Verified;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever changes a package is named by what they changed: without the key, and with it. */
class TamperingTest {
    private static final SigningKey KEY = Samples.key(1);
    private static final byte[] PACKAGE = Samples.county().zip(KEY, HashAlgorithm.SHA_256);
    private static final @Nullable String NO_KEY = null;
    private static final Verification TRUSTING_NOBODY = new Verification(NO_KEY);
    private static final Verification TRUSTING_US = new Verification(List.of(KEY.verifier()));

    @ParameterizedTest
    @EnumSource
    void an_untouched_package_holds(HashAlgorithm digest) {
        Verified verified = TRUSTING_US.verify(Samples.county().zip(KEY, digest));

        assertThat(verified.pinned()).isTrue();
        assertThat(verified.manifest().digest()).isEqualTo(digest.text());
        assertThat(verified.canonical()).startsWith("2025\t430181\tCOUNTY\t1\t");
    }

    @Test
    void a_provisional_result_is_proven_from_the_register_too() {
        var zip = Samples.provisional().zip(KEY, HashAlgorithm.SHA_256);

        assertThat(TRUSTING_US.verify(zip).canonical()).contains("\tK-D1\tCOLLECTED\t100.000000\t");
    }

    @Test
    void a_result_as_of_an_instant_has_no_event_that_was_recorded_later() {
        var last = Samples.county().events().stream()
                .map(line -> line.envelope().time())
                .max(Comparator.naturalOrder())
                .orElseThrow();

        assertThat(TRUSTING_US.verify(asOf(last)).manifest().asOf()).isEqualTo(last);
        assertThat(catchThrowableOfType(FlawException.class, () -> asOf(last.minusMillis(1)))
                        .flaw())
                .isEqualTo(Flaw.EVENTS);
    }

    private static byte[] asOf(Instant instant) {
        var county = Samples.county();
        return new UnitPackage(
                        county.programme(),
                        county.year(),
                        county.level(),
                        county.unit(),
                        county.edition(),
                        instant,
                        county.canonical(),
                        county.explanation(),
                        county.events())
                .zip(KEY, HashAlgorithm.SHA_256);
    }

    @Test
    void the_same_result_is_the_same_bytes() {
        assertThat(Samples.county().zip(KEY, HashAlgorithm.SHA_256)).isEqualTo(PACKAGE);
    }

    @Test
    void another_key_is_found_only_by_one_who_pins_the_right_one() {
        var foreign = Samples.county().zip(Samples.key(2), HashAlgorithm.SHA_256);

        assertThat(TRUSTING_NOBODY.verify(foreign).pinned()).isFalse();
        assertThat(flaw(TRUSTING_US, foreign)).isEqualTo(Flaw.SIGNATURE);
        assertThat(flaw(new Verification(KEY.verifier().thumbprint()), foreign)).isEqualTo(Flaw.SIGNATURE);
        assertThat(new Verification(Samples.key(2).verifier().thumbprint())
                        .verify(foreign)
                        .pinned())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {Names.CANONICAL, Names.EXPLANATION, Names.CATALOGUE, Names.EVENTS, Names.CHAIN})
    void a_file_that_is_flipped_cut_emptied_or_gone_is_named(String file) {
        for (UnaryOperator<byte[]> change :
                List.<UnaryOperator<byte[]>>of(TamperingTest::flipped, TamperingTest::cut, _ -> new byte[0])) {
            assertThat(found(TRUSTING_NOBODY, changed(file, change))).isEqualTo(Flaw.MANIFEST + " " + file);
        }
        assertThat(found(TRUSTING_NOBODY, changed(file, null))).isEqualTo(Flaw.MANIFEST + " " + file);
    }

    @Test
    void a_file_that_was_put_in_is_named() {
        var files = files();
        files.put("more.json", "{}".getBytes(UTF_8));

        assertThat(found(TRUSTING_NOBODY, Archive.write(files))).isEqualTo(Flaw.MANIFEST + " more.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {Names.MANIFEST, Names.SIGNATURE, Names.KEYS})
    void a_manifest_signature_or_key_that_was_changed_is_a_forged_signature(String file) {
        assertThat(flaw(TRUSTING_NOBODY, changed(file, TamperingTest::flipped))).isEqualTo(Flaw.SIGNATURE);
        assertThat(flaw(TRUSTING_NOBODY, changed(file, TamperingTest::cut))).isEqualTo(Flaw.SIGNATURE);
    }

    @Test
    void an_archive_that_is_cut_anywhere_is_no_package() {
        for (int length = 0; length < PACKAGE.length; length += 997) {
            assertThat(flaw(TRUSTING_NOBODY, Arrays.copyOf(PACKAGE, length)))
                    .as("first %d of %d bytes", length, PACKAGE.length)
                    .isEqualTo(Flaw.ARCHIVE);
        }
        assertThat(flaw(TRUSTING_NOBODY, Arrays.copyOf(PACKAGE, PACKAGE.length - 1)))
                .isEqualTo(Flaw.ARCHIVE);
        assertThat(flaw(TRUSTING_NOBODY, Arrays.copyOf(PACKAGE, PACKAGE.length + 1)))
                .isEqualTo(Flaw.ARCHIVE);
    }

    @Test
    void every_flipped_byte_is_found() {
        for (int i = 0; i < PACKAGE.length; i += 61) {
            var flipped = PACKAGE.clone();
            flipped[i] ^= 4;
            assertThat(isFoundOrHarmless(flipped)).as("byte %d", i).isTrue();
        }
    }

    /** A flipped byte of the ZIP's own times and the like changes nothing of what is in it. */
    private static boolean isFoundOrHarmless(byte[] zip) {
        var flaw = catchThrowableOfType(FlawException.class, () -> TRUSTING_US.verify(zip));
        return flaw != null || same(Archive.read(zip), files());
    }

    private static boolean same(Map<String, byte[]> one, Map<String, byte[]> other) {
        return one.keySet().equals(other.keySet())
                && one.entrySet().stream().allMatch(file -> Arrays.equals(file.getValue(), other.get(file.getKey())));
    }

    @Test
    void an_event_that_the_holder_of_the_key_changed_does_not_fit_its_link() {
        var events = lines(Names.EVENTS);
        events.replaceAll(line -> line.replace("\\\"value\\\":\\\"30\\\"", "\\\"value\\\":\\\"31\\\""));
        assertThat(events).isNotEqualTo(lines(Names.EVENTS));

        assertThat(flaw(resigned(Names.EVENTS, events))).isEqualTo(Flaw.CHAIN);
    }

    @Test
    void events_that_the_holder_of_the_key_dropped_doubled_moved_or_added_are_found() {
        for (int i = 0; i < lines(Names.EVENTS).size(); i++) {
            var dropped = lines(Names.EVENTS);
            dropped.remove(i);
            assertThat(flaw(resigned(Names.EVENTS, dropped)))
                    .as("dropped %d", i)
                    .isIn(Flaw.CHAIN, Flaw.EVENTS);

            var doubled = lines(Names.EVENTS);
            doubled.add(i, doubled.get(i));
            assertThat(flaw(resigned(Names.EVENTS, doubled)))
                    .as("doubled %d", i)
                    .isEqualTo(Flaw.EVENTS);

            var moved = lines(Names.EVENTS);
            moved.add(moved.remove(i));
            if (i < moved.size() - 1) {
                assertThat(flaw(resigned(Names.EVENTS, moved)))
                        .as("moved %d", i)
                        .isEqualTo(Flaw.EVENTS);
            }
        }
        var foreign = lines(Names.EVENTS);
        foreign.add(foreign.getLast()
                .replaceFirst("\"offset\":\\d+", "\"offset\":999999")
                .replaceAll("\"ce_id\",\"value\":\\{\"text\":\"[^\"]*\"", "\"ce_id\",\"value\":{\"text\":\"other\""));
        assertThat(flaw(resigned(Names.EVENTS, foreign))).isEqualTo(Flaw.EVENTS);
    }

    @Test
    void links_that_the_holder_of_the_key_dropped_doubled_moved_or_changed_are_found() {
        for (int i = 0; i < lines(Names.CHAIN).size(); i++) {
            var dropped = lines(Names.CHAIN);
            dropped.remove(i);
            var doubled = lines(Names.CHAIN);
            doubled.add(i, doubled.get(i));
            var changed = lines(Names.CHAIN);
            changed.set(i, changed.get(i).replaceFirst("\"hash\":\"..", "\"hash\":\"zz"));
            var rooted = lines(Names.CHAIN);
            rooted.set(i, rooted.get(i).replaceFirst("\"previous\":\"..", "\"previous\":\"zz"));
            for (var lines : List.of(dropped, doubled, changed, rooted)) {
                assertThat(flaw(resigned(Names.CHAIN, lines))).as("link %d", i).isEqualTo(Flaw.CHAIN);
            }
        }
        var moved = lines(Names.CHAIN);
        moved.addFirst(moved.removeLast());
        assertThat(flaw(resigned(Names.CHAIN, moved))).isEqualTo(Flaw.CHAIN);
    }

    @Test
    void a_catalogue_or_text_that_the_holder_of_the_key_changed_is_not_what_the_events_make() {
        var catalogue =
                new String(files().get(Names.CATALOGUE), UTF_8).replaceFirst("\"weight\" : \"", "\"weight\" : \"1");
        var text = new String(files().get(Names.CANONICAL), UTF_8)
                .replaceFirst("\tK-A1\tVERIFIED\tB", "\tK-A1\tVERIFIED\tA");

        assertThat(flaw(resigned(Names.CATALOGUE, catalogue.getBytes(UTF_8)))).isEqualTo(Flaw.CATALOGUE);
        assertThat(flaw(resigned(Names.CANONICAL, text.getBytes(UTF_8)))).isEqualTo(Flaw.RESULT);
    }

    @Test
    void an_event_and_its_link_that_the_holder_of_the_key_changed_together_make_another_result() {
        var forged = new ArrayList<EventLine>();
        for (var event : Samples.county().events()) {
            var text = event.value().text();
            forged.add(new EventLine(
                    event.topic(),
                    event.partition(),
                    event.offset(),
                    event.key(),
                    event.headers(),
                    Bytes.of(String.valueOf(text)
                            .replace("\"indicator\":\"K-G1\",", "\"indicator\":\"K-G2\",")
                            .getBytes(UTF_8))));
        }
        var files = files();
        files.put(Names.EVENTS, Lines.write(forged));
        files.put(Names.CHAIN, Lines.write(Links.of(forged)));

        assertThat(flaw(resigned(files))).isIn(Flaw.CHAIN, Flaw.RESULT);
    }

    private static Flaw flaw(Verification verification, byte[] zip) {
        var flaw = catchThrowableOfType(FlawException.class, () -> verification.verify(zip));
        assertThat(flaw).isNotNull();
        return flaw.flaw();
    }

    private static Flaw flaw(byte[] zip) {
        return flaw(TRUSTING_US, zip);
    }

    private static String found(Verification verification, byte[] zip) {
        var flaw = catchThrowableOfType(FlawException.class, () -> verification.verify(zip));
        assertThat(flaw).isNotNull();
        return flaw.flaw() + " " + String.valueOf(flaw.getMessage()).split(" ")[0];
    }

    private static Map<String, byte[]> files() {
        return new LinkedHashMap<>(Archive.read(PACKAGE));
    }

    private static byte[] changed(String file, @Nullable UnaryOperator<byte[]> change) {
        var files = files();
        if (change == null) {
            files.remove(file);
        } else {
            files.put(file, change.apply(files.get(file)));
        }
        return Archive.write(files);
    }

    private static byte[] flipped(byte[] content) {
        var flipped = content.clone();
        flipped[content.length / 2] ^= 1;
        return flipped;
    }

    private static byte[] cut(byte[] content) {
        return Arrays.copyOf(content, content.length - content.length / 3);
    }

    private static List<String> lines(String file) {
        return new ArrayList<>(new String(files().get(file), UTF_8).lines().toList());
    }

    private static byte[] resigned(String file, List<String> lines) {
        return resigned(file, (String.join("\n", lines) + "\n").getBytes(UTF_8));
    }

    private static byte[] resigned(String file, byte[] content) {
        var files = files();
        files.put(file, content);
        return resigned(files);
    }

    /** As one would do who has the key: hashes and signature fit again. */
    private static byte[] resigned(Map<String, byte[]> files) {
        var old = TRUSTING_US.verify(PACKAGE).manifest();
        files.remove(Names.MANIFEST);
        files.remove(Names.SIGNATURE);
        var manifest = new Manifest(
                old.format(),
                old.programme(),
                old.year(),
                old.level(),
                old.unit(),
                old.edition(),
                old.asOf(),
                old.scope(),
                old.digest(),
                old.signature(),
                Manifest.entries(HashAlgorithm.SHA_256, files));
        return UnitPackage.sealed(KEY, manifest, files);
    }
}
