namespace Jinbang;

/// <summary>What day it is.</summary>
public static class Calendar
{
    /// <summary>Today, where the user is.</summary>
    public static DateOnly Today(this TimeProvider time) => DateOnly.FromDateTime(time.GetLocalNow().DateTime);
}
