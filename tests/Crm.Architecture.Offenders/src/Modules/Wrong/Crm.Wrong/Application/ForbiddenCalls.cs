namespace Crm.Wrong.Application;

internal sealed class ReadsTheClock
{
    public static async Task<DateTime> Later()
    {
        await Task.Yield();
        return DateTime.UtcNow;
    }

    public static IEnumerable<DateTime> Often()
    {
        yield return DateTime.Now;
        yield return DateTime.Today;
    }

    public static Func<DateTimeOffset> Handed()
    {
        return Local;

        static DateTimeOffset Local() => DateTimeOffset.UtcNow;
    }

    private static class Nested
    {
        public static DateTimeOffset Local { get; } = DateTimeOffset.Now;
    }
}

internal sealed class ScattersIds
{
    public static Func<Guid> Factory => Guid.NewGuid;
}

internal sealed class Blocks
{
    public static int Result(Task<int> task) => task.Result;

    public static int ValueResult(ValueTask<int> task) => task.Result;

    public static void Wait(Task task)
    {
        task.Wait();
        Task.WaitAll(task);
        Thread.Sleep(1);
    }

    public static int Awaiter(Task<int> task) => task.GetAwaiter().GetResult();

    public static void Configured(ValueTask task) => task.ConfigureAwait(false).GetAwaiter().GetResult();

    public static async Task<int> Waiting(Task<int> task) => await task.ConfigureAwait(false);
}

internal sealed class Forgets
{
    public static async void Fire() => await Task.Yield();

    public static Action Later => async () => await Task.Yield();
}
