import { memoryRegister } from '../../core/register/memory-register.ts';
import { listContract } from '../register/contract-lists.ts';
import { originalContract } from '../register/contract-originals.ts';
import { registerContract, rowOf, testSource } from '../register/contract.ts';

const make = () => Promise.resolve(memoryRegister({ source: testSource(), rowOf, deviceId: 'device-1' }));

registerContract('the register in memory', make);
listContract('the register in memory', make);
originalContract('the register in memory', make);
