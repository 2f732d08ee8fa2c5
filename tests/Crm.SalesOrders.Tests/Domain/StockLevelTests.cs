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
            level.Allocated.ShouldBeGreaterThanOrEqualTo(0);
            level.Reserved.ShouldBeGreaterThanOrEqualTo(0);
            level.Available.ShouldBe(level.OnHand - level.Allocated - level.Reserved);
            level.Available.ShouldBeGreaterThanOrEqualTo(0);
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

    [Fact]
    public void That_stock_is_low_is_told_once_and_again_only_after_it_was_above()
    {
        var level = new StockLevel(new ProductId(Guid.CreateVersion7()), "A", Warehouses.Default, reorderPoint: 10);
        level.Raised.OfType<StockFellToReorderPoint>().ShouldBeEmpty();
        level.Move(15, Because(MovementReason.Receipt));

        level.Allocate(4);
        Told(level).ShouldBe(0);
        level.Reserve(1);
        level.Allocate(2);
        Told(level).ShouldBe(1);
        level.Release(6);
        level.EndReservation(1);
        level.Move(-5, Because(MovementReason.Adjustment));
        Told(level).ShouldBe(2);
    }

    [Fact]
    public void What_a_reservation_hands_over_to_an_order_makes_no_news_of_low_stock()
    {
        var level = new StockLevel(new ProductId(Guid.CreateVersion7()), "A", Warehouses.Default, reorderPoint: 10);
        level.Move(15, Because(MovementReason.Receipt));
        level.Reserve(6);

        level.HandOver(6);
        level.Allocate(6);

        Told(level).ShouldBe(1);
        (level.Allocated, level.Reserved, level.Available).ShouldBe((6, 0, 9));
    }

    [Fact]
    public void What_was_sold_before_the_system_knew_the_stock_makes_no_news_of_low_stock()
    {
        var level = new StockLevel(new ProductId(Guid.CreateVersion7()), "A", Warehouses.Default, reorderPoint: 10);
        level.Count(5, Today, Now);

        level.RecordPastIssue(50, Because(MovementReason.Issue));

        Told(level).ShouldBe(0);
    }

    private static int Told(StockLevel level) => level.Raised.OfType<StockFellToReorderPoint>().Count();

    private static void Something(StockLevel level, Random random)
    {
        var quantity = random.Next(1, 30);
        switch (random.Next(9))
        {
            case 0: level.Move(quantity, Because(MovementReason.Receipt)); break;
            case 1: level.Move(-quantity, Because(MovementReason.Adjustment)); break;
            case 2: level.Count(quantity, Today, Now); break;
            case 3: level.Allocate(quantity); break;
            case 4: level.Release(quantity); break;
            case 5: level.Reserve(quantity); break;
            case 6: level.EndReservation(quantity); break;
            case 7: level.Expect(quantity); level.Receive(quantity, Because(MovementReason.Receipt)); break;
            default: level.Issue(quantity, Math.Min(quantity, level.Allocated), Because(MovementReason.Issue)); break;
        }
    }

    private static MovementCause Because(MovementReason reason) => new(reason, Today, Now);
}
