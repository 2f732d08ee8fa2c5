namespace Crm.Host.Startup;

/// <summary>
/// Closed until the database is prepared. Until then the host listens already and says that it is starting, and none of its loops touches
/// the database.
/// </summary>
internal sealed class StartGate
{
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsOpen => _opened.Task.IsCompleted;

    public Task Opened => _opened.Task;

    public void Open() => _opened.TrySetResult();
}
