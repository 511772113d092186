package cn.chuyi.reporting.proof;

import java.util.Map;
import java.util.TreeSet;

/** The files of a package against what its manifest lists. */
final class Listing {
    private Listing() {}

    /** @throws FlawException naming the first file that is missing, changed or not listed */
    static void check(Manifest manifest, Map<String, byte[]> files) {
        var digest = manifest.algorithm();
        var unlisted = new TreeSet<>(files.keySet());
        for (var entry : manifest.files()) {
            var content = files.get(entry.name());
            if (content == null) {
                throw wrong(entry.name() + " is listed and not there");
            }
            if (!unlisted.remove(entry.name())) {
                throw wrong(entry.name() + " is listed twice");
            }
            if (!Manifest.Entry.of(digest, entry.name(), content).equals(entry)) {
                throw wrong(entry.name() + " is not what was signed (" + digest.text() + " differs)");
            }
        }
        if (!unlisted.isEmpty()) {
            throw wrong(unlisted.first() + " is there and not listed");
        }
    }

    private static FlawException wrong(String what) {
        return new FlawException(Flaw.MANIFEST, what);
    }
}
