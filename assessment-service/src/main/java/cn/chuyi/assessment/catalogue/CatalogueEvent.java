package cn.chuyi.assessment.catalogue;

import java.util.Map;

/** Everything that can have happened to a catalogue. {@code content} is the whole catalogue as a JSON object. */
public sealed interface CatalogueEvent {

    String programme();

    int year();

    Level level();

    int revision();

    Map<String, Object> content();

    record CatalogueDrafted(String programme, int year, Level level, int revision, Map<String, Object> content)
            implements CatalogueEvent {}

    /**
     * A revision will never change again.
     *
     * @param sha256 lowercase hex, of the {@link CanonicalText} of {@code content} in UTF-8
     */
    record CatalogueFrozen(
            String programme, int year, Level level, int revision, String sha256, Map<String, Object> content)
            implements CatalogueEvent {}
}
