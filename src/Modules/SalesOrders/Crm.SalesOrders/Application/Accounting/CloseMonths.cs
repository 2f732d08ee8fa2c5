using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain.Accounting;
using Crm.SalesOrders.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Accounting;

/// <summary>Closes all months up to and with the one whose last day is given. What belongs there and comes later is posted to the first open one.</summary>
internal sealed record CloseMonths(DateOnly? Through) : ICommand<BooksSaved>;

/// <summary>Opens months again, from the one whose first day is given.</summary>
internal sealed record ReopenMonths(DateOnly? From) : ICommand<BooksSaved>;

/// <param name="OpenFrom">The first day on which something may be posted.</param>
/// <param name="Version">Of the books.</param>
internal sealed record BooksSaved(DateOnly OpenFrom, int Version)
{
    public static BooksSaved Of(Books books) => new(books.OpenFrom, books.Version);
}

internal sealed class CloseMonthsValidator : AbstractValidator<CloseMonths>
{
    public CloseMonthsValidator() => RuleFor(c => c.Through).NotNull().IsBusinessDate();
}

internal sealed class ReopenMonthsValidator : AbstractValidator<ReopenMonths>
{
    public ReopenMonthsValidator() => RuleFor(c => c.From).NotNull().IsBusinessDate();
}

internal sealed class CloseMonthsHandler(SalesOrdersDbContext db, CallerContext caller, TimeProvider time) : ICommandHandler<CloseMonths, BooksSaved>
{
    public async Task<BooksSaved> Handle(CloseMonths command, CancellationToken ct)
    {
        var books = await db.Books.SingleAsync(ct);
        db.CheckExpectedVersion(books);
        books.CloseThrough(command.Through!.Value, BusinessDay.Of(time, caller.Caller));
        return BooksSaved.Of(books);
    }
}

internal sealed class ReopenMonthsHandler(SalesOrdersDbContext db) : ICommandHandler<ReopenMonths, BooksSaved>
{
    public async Task<BooksSaved> Handle(ReopenMonths command, CancellationToken ct)
    {
        var books = await db.Books.SingleAsync(ct);
        db.CheckExpectedVersion(books);
        books.ReopenFrom(command.From!.Value);
        return BooksSaved.Of(books);
    }
}
