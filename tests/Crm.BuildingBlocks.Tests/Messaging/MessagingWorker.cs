using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Crm.BuildingBlocks.Tests.Messaging;

/// <summary>A process that does nothing but deliver and work off, until it is killed.</summary>
internal static class MessagingWorker
{
    /// <param name="provider">Name of the provider.</param>
    /// <param name="connectionString">Of the test's database.</param>
    /// <param name="hold">A consumer and a stream position at which it stands still for ever, its effect written but not committed.</param>
    public static async Task<int> Run(string provider, string connectionString, string[] hold)
    {
        await using var host = new MessagingHost(Enum.Parse<DatabaseProvider>(provider), connectionString, options: o => (o.LargestBatch, o.LargestDelivery) = (7, 11));
        host.Mischief.After = async (consumer, stream, position) =>
        {
            var isHeld = hold is [var name, var at] && name == consumer && at == $"{position}";
            Console.WriteLine($"{(isHeld ? "holds" : "does")} {consumer} {stream} {position}");
            if (isHeld) await Task.Delay(Timeout.Infinite);
        };
        await host.Services.GetServices<IHostedService>().OfType<MessagingLoops>().Single().StartAsync(CancellationToken.None);
        await Task.Delay(Timeout.Infinite);
        return 0;
    }
}
