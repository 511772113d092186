package cn.chuyi.reporting.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.chuyi.reporting.ledger.Recorded;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the files of a unit's package say, checked against each other; their bytes are those of the manifest already. */
final class Contents {
    private Contents() {}

    /** @throws FlawException naming the first thing that is wrong */
    static void check(Manifest manifest, Map<String, byte[]> files) {
        var unit = manifest.unit();
        var edition = manifest.edition();
        if (unit == null || edition == null) {
            throw new FlawException(Flaw.MANIFEST, "it does not say of which unit and edition it is");
        }
        requireOnly(files.keySet());
        var events = Lines.read(file(files, Names.EVENTS), EventLine.class, Flaw.EVENTS, Names.EVENTS);
        var facts = Events.facts(events);
        requireRecorded(facts, manifest.asOf());
        Links.check(events, Lines.read(file(files, Names.CHAIN), ChainLine.class, Flaw.CHAIN, Names.CHAIN));
        FrozenCatalogue.check(
                file(files, Names.CATALOGUE),
                events,
                Names.catalogueStream(manifest.programme(), manifest.year(), manifest.level()));
        var reckoned = Reckoning.canonical(facts, manifest.programme(), manifest.year(), unit, edition);
        compare(new String(file(files, Names.CANONICAL), UTF_8), reckoned);
        Explained.check(file(files, Names.EXPLANATION), reckoned);
    }

    private static void requireOnly(Set<String> names) {
        for (var name : names) {
            if (!Names.OF_UNIT.contains(name)) {
                throw new FlawException(Flaw.MANIFEST, name + " is no file of a unit's package");
            }
        }
    }

    /** The tree of divisions is always that of today: a recoded division is the same unit as before. */
    private static void requireRecorded(List<Recorded> facts, @Nullable Instant asOf) {
        for (var recorded : facts) {
            if (asOf != null && recorded.recorded().isAfter(asOf) && !Tree.isOf(recorded.fact())) {
                throw new FlawException(
                        Flaw.EVENTS,
                        "event " + recorded.id() + " was recorded at " + recorded.recorded() + ", after " + asOf);
            }
        }
    }

    private static byte[] file(Map<String, byte[]> files, String name) {
        var content = files.get(name);
        if (content == null) {
            throw new FlawException(Flaw.MANIFEST, "there is no " + name);
        }
        return content;
    }

    private static void compare(String said, String reckoned) {
        if (said.equals(reckoned)) {
            return;
        }
        List<String> saidLines = Arrays.asList(said.split("\n", -1));
        List<String> lines = Arrays.asList(reckoned.split("\n", -1));
        int at = 0;
        while (at < Math.min(saidLines.size(), lines.size())
                && saidLines.get(at).equals(lines.get(at))) {
            at++;
        }
        throw new FlawException(
                Flaw.RESULT,
                Names.CANONICAL + " line " + (at + 1) + " says \"" + line(saidLines, at) + "\", the events make \""
                        + line(lines, at) + "\"");
    }

    private static String line(List<String> lines, int at) {
        return at < lines.size() ? lines.get(at).replace("\t", " ").strip() : "";
    }
}
