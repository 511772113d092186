package cn.chuyi.assessment.catalogue;

/** Which catalogue: {@code CHUYI-2022-2025-COUNTY} is programme, year and level. */
public record CatalogueId(String programme, int year, Level level) {
    static final String STREAM = "catalogue-";

    String stream() {
        return STREAM + this;
    }

    @Override
    public String toString() {
        return programme + "-" + year + "-" + level;
    }
}
