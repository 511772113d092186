package cn.chuyi.kit.http;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A transactional resource method that honours {@code Idempotency-Key}: the key, the answer and what was written are
 * one transaction, so a repeat gets the first answer and writes nothing. A repeat is carried out all the same, and rolled
 * back; so is a command that rests on what was remembered wrongly, and is then carried out once more. So what the method
 * does beside its transaction it does after the commit only. The method returns a {@code Response}.
 */
@InterceptorBinding
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {}
