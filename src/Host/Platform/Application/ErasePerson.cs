using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Imports;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Host.Platform.Domain;
using Crm.Host.Platform.Keys;
using Crm.Host.Platform.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Host.Platform.Application;

/// <summary>Destroys the key of a person and tells every module to blank what it keeps readable. Cannot be undone.</summary>
/// <param name="Reason">Such as the number of the request; no personal values.</param>
internal sealed record ErasePerson(string Reason) : ICommand<ErasureReply>
{
    /// <summary>The record the personal values belong to: a customer, a contact, a user.</summary>
    [JsonIgnore]
    public Guid PersonId { get; init; }
}

/// <param name="HadKey">Whether there was anything under a key of the person.</param>
internal sealed record ErasureReply(Guid ErasureId, bool HadKey);

internal sealed class ErasePersonValidator : AbstractValidator<ErasePerson>
{
    public ErasePersonValidator()
    {
        RuleFor(c => c.PersonId).NotEmpty();
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(500);
    }
}

internal sealed class ErasePersonHandler(PlatformDbContext db, PersonKeys keys, IEnumerable<ISamePersons> modules, TimeProvider time)
    : ICommandHandler<ErasePerson, ErasureReply>
{
    public async Task<ErasureReply> Handle(ErasePerson command, CancellationToken ct)
    {
        var reply = await Erase(command.PersonId, command.Reason, ct);
        var others = new HashSet<Guid>();
        foreach (var module in modules) others.UnionWith(await module.SameAs(command.PersonId, ct));
        others.Remove(command.PersonId);
        foreach (var other in others.Order()) await Erase(other, command.Reason, ct);
        return reply;
    }

    private async Task<ErasureReply> Erase(Guid person, string reason, CancellationToken ct)
    {
        // First of all: what the rest of this transaction writes about the person must not be readable either.
        var hadKey = await keys.Destroy(person, db, ct);
        keys.Forget();
        var user = new UserId(person);
        (await db.Users.SingleOrDefaultAsync(u => u.Id == user, ct))?.Erase();
        await db.ForgetImports([person], keys: [], ct);
        var erasure = PersonErasure.Request(person, reason, time.GetUtcNow());
        db.Erasures.Add(erasure);
        return new ErasureReply(erasure.Id.Value, hadKey);
    }
}
