package cn.chuyi.planted.here;

/** Has a name that says nothing, and is public beyond need. */
public class ThingManager {}
