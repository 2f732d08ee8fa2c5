using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Application.Duplicates;
using Crm.Customers.Application.Fields;
using Crm.Customers.Application.Ownership;
using Crm.Customers.Application.Territories;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Territories;
using Crm.Customers.Persistence;
using FluentValidation;

namespace Crm.Customers.Application;

internal sealed record RegisterCustomer : CustomerInput, ICommand<CustomerReply>
{
    public RegisterCustomer()
    {
    }

    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    private RegisterCustomer(CustomerInput input) : base(input)
    {
    }

    /// <summary>From the refusal that showed the customers like this one: it is another one.</summary>
    public string? DuplicateOverride { get; init; }

    [JsonIgnore]
    public OnDuplicates OnDuplicates { get; init; }

    /// <summary>For whoever writes many customers, or cannot answer a question.</summary>
    public static RegisterCustomer From(CustomerInput input, OnDuplicates onDuplicates = OnDuplicates.FindLater) => new(input) { OnDuplicates = onDuplicates };
}

/// <summary>What is done about customers that are like a new one.</summary>
internal enum OnDuplicates
{
    /// <summary>The new one is refused, unless it comes with an override.</summary>
    Refuse,

    /// <summary>The new one is registered, and the pairs stand among the candidates at once.</summary>
    Note,

    /// <summary>The next background run finds them.</summary>
    FindLater,
}

/// <param name="Id">The customer.</param>
/// <param name="Code">Its number.</param>
/// <param name="Version">Send it as If-Match with the next change.</param>
internal sealed record CustomerReply(Guid Id, string Code, int Version);

internal sealed class RegisterCustomerValidator : AbstractValidator<RegisterCustomer>
{
    public RegisterCustomerValidator(TimeProvider time) => Include(new CustomerInputValidator<RegisterCustomer>(time));
}

internal sealed class RegisterCustomerHandler(CustomersDbContext db, CallerContext caller, DuplicateGate gate, KnownOwners owners, TimeProvider time)
    : ICommandHandler<RegisterCustomer, CustomerReply>
{
    public async Task<CustomerReply> Handle(RegisterCustomer command, CancellationToken ct)
    {
        var details = command.Details(command.Code?.Trim() ?? CodeFor(time.GetUtcNow()));
        details = await db.WithFields(details, command.Fields, present: null, ct);
        await db.RequireTerritory(details.TerritoryId, ct);
        await owners.Require(command.OwnerId, command.UnitId, ct);
        await db.RequireUnique(details, self: null, ct);
        var customer = Customer.Register(
            details, command.OwnerId ?? caller.Caller.PersonId, command.UnitId ?? caller.Caller.UnitId, time.GetUtcNow());
        if (command.OnDuplicates != OnDuplicates.FindLater) await gate.Pass(customer, command, ct);
        if (customer.TerritoryId is null) customer.PlaceIn((await db.TerritoriesInTransaction(ct)).BestFor(customer)?.Id);
        db.Customers.Add(customer);
        await db.KeepSearchTokens(customer, ct);
        return new CustomerReply(customer.Id.Value, customer.Code, customer.Version);
    }

    // Short, without a counter that everybody would wait for; the unique key and a retry settle the rare meeting.
    private static string CodeFor(DateTimeOffset now) =>
        $"C{now:yyMMdd}-{Convert.ToHexString(Guid.CreateVersion7(now).ToByteArray()[^4..])}";
}
