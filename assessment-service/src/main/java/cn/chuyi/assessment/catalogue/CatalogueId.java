package cn.chuyi.assessment.catalogue;

/** Which catalogue: {@code CHUYI-2022-2025-COUNTY} is programme, year and level. */
public record CatalogueId(String programme, int year, Level level) {

    String stream() {
        return "catalogue-" + this;
    }

    @Override
    public String toString() {
        return programme + "-" + year + "-" + level;
    }
}
