using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Host.Platform.Domain;
using Crm.Host.Platform.Persistence;
using Crm.Platform.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Crm.Host.Platform.Api;

internal enum ErasureStep
{
    [Label("Waiting", "等待中")]
    Waiting,
    [Label("Done", "已完成")]
    Done,

    /// <summary>Given up after several attempts: an administrator has to look at the message.</summary>
    [Label("Failed", "失败")]
    Failed,
}

/// <summary>
/// How far an erasure has come. Every part of a module that keeps something of persons hears of it and acknowledges in the transaction in which it
/// forgets; what is shown here are those acknowledgements.
/// </summary>
internal static class ErasureEndpoint
{
    private const int MostConsumers = 200;

    public static async Task<Ok<ErasureView>> Get(
        Guid id, PlatformDbContext db, ModuleCatalog modules, MessageReading messages, IOptions<MessagingOptions> options, TimeProvider time, CancellationToken ct)
    {
        var key = new PersonErasureId(id);
        var erasure = await db.Erasures.AsNoTracking().SingleOrDefaultAsync(e => e.Id == key, ct) ?? throw new ResourceNotFound("erasure", id.ToString());
        // Acknowledgements are cleaned away after a time; parts that had not come so far would be kept.
        var isOld = erasure.RequestedAt < time.GetUtcNow().AddDays(-options.Value.KeepDays);
        var steps = new List<ErasureAcknowledgement>();
        foreach (var module in modules.Descriptions.Where(m => m.Consumers.Exists(Hears)))
        {
            var heard = (await messages.List(module.Name, new MessageFilter(Stream: Names.Stream(erasure)), before: null, MostConsumers, ct)).ToDictionary(m => m.Consumer);
            steps.AddRange(module.Consumers.Where(Hears).Select(c => Of(module.Name, c.Name, heard.GetValueOrDefault(c.Name), isOld)));
        }

        return TypedResults.Ok(new ErasureView(id, erasure.PersonId, erasure.Reason, erasure.RequestedAt, steps.TrueForAll(s => s.State == ErasureStep.Done), steps));
    }

    private static bool Hears(ConsumerDescription consumer) => consumer.Events.Contains(typeof(PersonErasureRequestedV1));

    private static ErasureAcknowledgement Of(string module, string consumer, MessageRow? message, bool isOld) => message switch
    {
        null => new ErasureAcknowledgement(module, consumer, isOld ? ErasureStep.Done : ErasureStep.Waiting, At: null),
        { DiscardReason: not null } or { ParkedAt: not null } => new ErasureAcknowledgement(module, consumer, ErasureStep.Failed, message.ParkedAt),
        { HandledAt: { } at } => new ErasureAcknowledgement(module, consumer, ErasureStep.Done, at),
        _ => new ErasureAcknowledgement(module, consumer, ErasureStep.Waiting, At: null),
    };
}

/// <summary>The erasure of a person.</summary>
/// <param name="Reason">As it was given.</param>
/// <param name="IsComplete">Every part has acknowledged.</param>
/// <param name="Parts">Of the modules that run now.</param>
internal sealed record ErasureView(Guid Id, Guid PersonId, string Reason, DateTimeOffset RequestedAt, bool IsComplete, IReadOnlyList<ErasureAcknowledgement> Parts);

/// <param name="Module">Whose part it is.</param>
/// <param name="Part">Its name.</param>
/// <param name="At">When it acknowledged, or gave up; null also where that was so long ago that the note was cleaned away.</param>
internal sealed record ErasureAcknowledgement(string Module, string Part, ErasureStep State, DateTimeOffset? At);
