package cn.chuyi.kit.decision;

/**
 * A sentence or a name in both languages of the suite.
 *
 * @param zh Simplified Chinese, the default for people
 * @param en English
 */
public record Text(String zh, String en) {

    /** The sentence in the language asked for; Chinese unless {@code language} is {@code en}. */
    public String in(String language) {
        return "en".equals(language) ? en : zh;
    }
}
