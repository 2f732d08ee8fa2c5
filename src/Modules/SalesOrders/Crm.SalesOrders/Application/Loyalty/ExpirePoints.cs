using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application.Loyalty;

/// <summary>Takes from a customer the points whose last day is over.</summary>
internal sealed record ExpirePoints(Guid CustomerId, DateOnly Today) : ICommand<PointsExpired>;

/// <param name="Balance">Afterwards.</param>
internal sealed record PointsExpired(long Balance);

internal sealed class ExpirePointsValidator : AbstractValidator<ExpirePoints>
{
    public ExpirePointsValidator() => RuleFor(c => c.CustomerId).NotEmpty();
}

internal sealed class ExpirePointsHandler(SalesOrdersDbContext db, TimeProvider time) : ICommandHandler<ExpirePoints, PointsExpired>
{
    public async Task<PointsExpired> Handle(ExpirePoints command, CancellationToken ct)
    {
        var account = await db.LockPoints(command.CustomerId, ct);
        account.Expire(command.Today, time.GetUtcNow());
        return new PointsExpired(account.Balance);
    }
}
