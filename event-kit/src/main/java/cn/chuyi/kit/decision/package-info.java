/** What a pure core answers: facts, or one refusal. No clock, no database, no framework. */
@NullMarked
package cn.chuyi.kit.decision;

import org.jspecify.annotations.NullMarked;
