using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Crm.SalesOrders.Tests.Module;

/// <summary>Lets somebody else come in between two statements of one piece of work, once and to the end.</summary>
internal sealed class Meanwhile : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private static readonly AsyncLocal<Intruder?> Present = new();

    // From the beginning: EF Core notices only after a second that somebody began to listen.
    [ModuleInitializer]
    public static void Listen() => DiagnosticListener.AllListeners.Subscribe(new Meanwhile());

    /// <summary>Does the work; right before its first statement with all of these words the other one acts.</summary>
    /// <returns>Whether there was such a statement.</returns>
    public static async Task<bool> Before(string[] words, Func<Task> work, Func<Task> other)
    {
        var intruder = new Intruder(words, other);
        Present.Value = intruder;
        await work();
        Present.Value = null;
        return intruder.HasActed;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name) value.Subscribe(this);
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData executing) Present.Value?.See(executing.Command.CommandText);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    private sealed class Intruder(string[] words, Func<Task> act)
    {
        public bool HasActed { get; private set; }

        public void See(string statement)
        {
            if (HasActed || !words.All(word => statement.Contains(word, StringComparison.Ordinal))) return;
            HasActed = true;
            // The one that is interrupted must not go on before the other is done.
            Task.Run(act).GetAwaiter().GetResult();
        }
    }
}
