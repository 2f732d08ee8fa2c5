namespace Crm.SalesOrders.Tests.Module;

/// <summary>What becomes of work that many do at the same time.</summary>
internal static class Racing
{
    /// <summary>Does it as often as told, all at once.</summary>
    /// <returns>Why each failed; null for those that did not.</returns>
    public static Task<Exception?[]> AtOnce(int times, Func<int, Task> work) =>
        Task.WhenAll(Enumerable.Range(0, times).Select(i => Task.Run(() => Outcome(() => work(i)))));

    private static async Task<Exception?> Outcome(Func<Task> work)
    {
        try
        {
            await work();
            return null;
        }
        catch (Exception failure)
        {
            return failure;
        }
    }
}
