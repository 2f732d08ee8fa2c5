using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application.Prices;

/// <summary>Says by which group price lists and promotions know a customer.</summary>
internal sealed record AssignPriceGroup : ICommand<PriceGroupAssigned>
{
    [JsonIgnore]
    public Guid CustomerId { get; init; }

    /// <summary>Null: none.</summary>
    public required string? Group { get; init; }
}

internal sealed record PriceGroupAssigned(Guid CustomerId, string? Group);

internal sealed class AssignPriceGroupValidator : AbstractValidator<AssignPriceGroup>
{
    public AssignPriceGroupValidator()
    {
        RuleFor(c => c.CustomerId).NotEmpty();
        RuleFor(c => c.Group!).IsPublicationCode();
    }
}

internal sealed class AssignPriceGroupHandler(SalesOrdersDbContext db) : ICommandHandler<AssignPriceGroup, PriceGroupAssigned>
{
    public async Task<PriceGroupAssigned> Handle(AssignPriceGroup command, CancellationToken ct)
    {
        var customer = await db.CustomerCopies.FindAsync([await db.SurvivorOf(command.CustomerId, ct)], ct);
        if (customer is null || customer.IsDeleted) throw SalesOrdersRules.CustomerUnknown.Broken(command.CustomerId);
        customer.PriceGroup = command.Group;
        return new PriceGroupAssigned(customer.Id, customer.PriceGroup);
    }
}
