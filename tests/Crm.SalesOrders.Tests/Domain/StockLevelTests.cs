using Crm.BuildingBlocks;
using Crm.SalesOrders.Domain;
using Shouldly;
using Xunit;
using static Crm.SalesOrders.Tests.Domain.Sold;

namespace Crm.SalesOrders.Tests.Domain;

public sealed class StockLevelTests
{
    [Fact]
    public void Whatever_happens_the_stock_is_the_sum_of_its_movements_and_covers_what_is_promised()
    {
        var random = new Random(3);
        var level = new StockLevel(new ProductId(Guid.CreateVersion7()), "A", Warehouses.Default);
        var refusals = 0;
        for (var i = 0; i < 1500; i++)
        {
            try
            {
                Something(level, random);
            }
            catch (RuleBroken)
            {
                refusals++;
            }

            level.OnHand.ShouldBe(level.Movements.Sum(m => m.Change));
            level.Allocated.ShouldBeInRange(0, level.OnHand);
        }

        refusals.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void The_first_count_opens_the_stock_even_when_it_is_empty()
    {
        var level = new StockLevel(new ProductId(Guid.CreateVersion7()), "A", Warehouses.Default);
        level.Count(0, new DateOnly(1996, 7, 1), Now);

        level.RecordPastIssue(5, new MovementCause(MovementReason.Issue, new DateOnly(1996, 7, 10), Now));

        level.OnHand.ShouldBe(0);
        level.Movements.Select(m => (m.Change, m.Reason, m.MovedOn)).ShouldBe([
            (5, MovementReason.Opening, new DateOnly(1996, 7, 1)), (-5, MovementReason.Issue, new DateOnly(1996, 7, 10))]);
    }

    [Fact]
    public void What_was_shipped_before_the_stock_was_opened_is_opened_on_the_day_it_was_shipped()
    {
        var level = new StockLevel(new ProductId(Guid.CreateVersion7()), "A", Warehouses.Default);
        level.Count(9, Today, Now);

        level.RecordPastIssue(5, new MovementCause(MovementReason.Issue, new DateOnly(1996, 7, 10), Now));

        level.Movements.Select(m => m.MovedOn).ShouldBe([Today, new DateOnly(1996, 7, 10), new DateOnly(1996, 7, 10)]);
    }

    private static void Something(StockLevel level, Random random)
    {
        var quantity = random.Next(1, 30);
        switch (random.Next(6))
        {
            case 0: level.Move(quantity, Because(MovementReason.Receipt)); break;
            case 1: level.Move(-quantity, Because(MovementReason.Adjustment)); break;
            case 2: level.Count(quantity, Today, Now); break;
            case 3: level.Allocate(quantity); break;
            case 4: level.Release(quantity); break;
            default: level.Issue(quantity, Math.Min(quantity, level.Allocated), Because(MovementReason.Issue)); break;
        }
    }

    private static MovementCause Because(MovementReason reason) => new(reason, Today, Now);
}
